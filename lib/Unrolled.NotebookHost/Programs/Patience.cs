using System.Globalization;

namespace Unrolled.NotebookHost.Programs;

/// <summary>How long to wait for what should end by itself, such as a process that was asked to.</summary>
internal static class Patience
{
    /// <summary>The environment variable whose number every such wait is multiplied by; tests wait for less.</summary>
    public const string Variable = "UNROLLED_PATIENCE";

    private static readonly double Factor = Read(Environment.GetEnvironmentVariable(Variable));

    /// <summary>A wait.</summary>
    /// <param name="seconds">How long it is where the variable is not set.</param>
    public static TimeSpan OfSeconds(double seconds) => TimeSpan.FromSeconds(seconds * Factor);

    private static double Read(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double factor)
        && factor is > 0 and < 100 ? factor : 1;
}
