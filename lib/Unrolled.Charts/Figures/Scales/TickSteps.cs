namespace Unrolled.Charts.Scales;

/// <summary>The multiples of a step from the <paramref name="First"/>th to the <paramref name="Last"/>th.</summary>
internal readonly record struct TickSteps(TickStep Step, long First, long Last)
{
    public long Count => Math.Max(0, Last - First + 1);

    public double Min => Step.Times(First);

    public double Max => Step.Times(Last);

    public IEnumerable<double> Values
    {
        get
        {
            for (long multiple = First; multiple <= Last; multiple++)
                yield return Step.Times(multiple);
        }
    }
}
