using Unrolled.Charts.Views.Parts;

namespace Unrolled.Charts.Views.Recordings;

/// <summary>One quantity of a run at every step.</summary>
/// <param name="Key">Its name in the trace, or the expression that it is, such as f⊙c_prev.</param>
/// <param name="Name">How it is written in a drawing.</param>
/// <param name="Values">[time, element], rounded as in the drawing's data.</param>
/// <param name="FollowsUnit">Whether its elements are the hidden units, one of which is chosen.</param>
internal sealed record Quantity(string Key, MathName Name, double[,] Values, bool FollowsUnit)
{
    public int Steps => Values.GetLength(0);

    public int Elements => Values.GetLength(1);

    /// <summary>Whether the steps' symbols stand for its vectors: it is the input, and more than one number.</summary>
    public bool NamedBySymbol => Key == "x" && Elements > 1;

    /// <summary>The absolute value that has the full colour: 1, or the largest of the run, which states share.</summary>
    public double Reach { get; init; } = Math.Max(1, Values.Cast<double>().Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max());

    public double[] At(int step) => [.. Enumerable.Range(0, Elements).Select(element => Values[step, element])];
}
