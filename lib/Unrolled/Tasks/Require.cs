using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>Checks of a task's arguments; the errors name the argument, its value and the expected range.</summary>
internal static class Require
{
    internal static int AtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected at least {least}.");

    internal static int Between(
        int value, int least, int most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, $"{name} is {value}; expected {least} to {most}.");

    internal static double Probability(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, $"{name} is {value}; expected a probability from 0 to 1.");

    internal static LengthRange AtLeast(
        LengthRange lengths, int least, [CallerArgumentExpression(nameof(lengths))] string name = "") =>
        lengths.Shortest >= least
            ? lengths
            : throw new ArgumentOutOfRangeException(
                name, lengths, $"{name} is {lengths}; expected at least {least} steps.");

    internal static T[] OneForEveryStep<T>(
        T[] values, double[][] inputs, [CallerArgumentExpression(nameof(values))] string name = "") =>
        values.Length == inputs.Length
            ? values
            : throw new ArgumentException(
                $"{name} has {values.Length} steps; expected {inputs.Length}, as Inputs has.", name);
}
