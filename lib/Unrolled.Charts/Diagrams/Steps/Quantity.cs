namespace Unrolled;

/// <summary>One quantity of a run at every step.</summary>
/// <param name="Key">The name in the run, or an expression such as f⊙c_prev.</param>
/// <param name="Name">The name in a diagram.</param>
/// <param name="Values">[time, element], rounded as in the canonical data.</param>
/// <param name="FollowsUnit">Whether the elements are the hidden units, one of which is chosen.</param>
internal sealed record Quantity(string Key, MathName Name, double[,] Values, bool FollowsUnit)
{
    public int Steps => Values.GetLength(0);

    public int Elements => Values.GetLength(1);

    /// <summary>Whether symbols are shown in place of values: for an input of several elements.</summary>
    public bool NamedBySymbol => Key == "x" && Elements > 1;

    /// <summary>The absolute value with the full colour: 1, or the largest of the run.</summary>
    public double Reach { get; init; } =
        Math.Max(1, Values.Cast<double>().Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max());

    public double[] At(int step) => [.. Enumerable.Range(0, Elements).Select(element => Values[step, element])];
}
