
namespace Unrolled;

/// <summary>
/// The inputs of experiments 4 and 5 of Hochreiter and Schmidhuber 1997: T … T + T/10 pairs of a number and a mark. One
/// of the first ten pairs is marked, then one of the first T/2 − 1 pairs that are still unmarked: 1 at these two, −1 at
/// the first pair and the last, 0 elsewhere. A mark on the first pair stays −1, and a constant takes its number's
/// place.
/// </summary>
internal sealed record MarkedPairs(double[][] Inputs, double X1, double X2)
{
    // Below this, the first ten would not all be among the first T/2.
    internal const int ShortestLength = 20;

    private const int EarlyPairs = 10;

    internal static MarkedPairs Draw(
        LengthRange lengths, Func<Random, double> number, double numberOfTheFirst, Random random)
    {
        int length = lengths.Draw(random);
        int first = random.Next(EarlyPairs);
        int second = random.Next(StillUnmarked(lengths));
        if (second >= first)
            second++;

        double[][] inputs = new double[length][];
        for (int t = 0; t < length; t++)
            inputs[t] = [number(random), t == 0 || t == length - 1 ? -1 : t == first || t == second ? 1 : 0];
        double At(int t) => t == 0 ? numberOfTheFirst : inputs[t][0];
        return new MarkedPairs(inputs, At(first), At(second));
    }

    // The probability that X1 is the first pair's, and that X2 is. They exclude one another.
    internal static (double X1, double X2) FirstPairMarked(LengthRange lengths) =>
        (1.0 / EarlyPairs, (1 - 1.0 / EarlyPairs) / StillUnmarked(lengths));

    private static int StillUnmarked(LengthRange lengths) => lengths.Shortest / 2 - 1;
}
