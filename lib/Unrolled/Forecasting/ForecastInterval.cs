namespace Unrolled;

/// <summary>A forecast that is a range, in the variable's unit.</summary>
/// <param name="Lower">The lower end, which belongs to the range.</param>
/// <param name="Upper">The upper end, which belongs to the range.</param>
/// <exception cref="ArgumentException">The upper end is below the lower one, or an end is NaN.</exception>
public sealed record ForecastInterval(double Lower, double Upper)
{
    /// <summary>The lower end, which belongs to the range.</summary>
    public double Lower { get; } = Lower;

    /// <summary>The upper end, which belongs to the range.</summary>
    public double Upper { get; } = Upper >= Lower
        ? Upper
        : throw new ArgumentException(
            FormattableString.Invariant($"Upper is {Upper}; expected at least {Lower}, the lower end."),
            nameof(Upper));

    /// <summary>Upper − lower.</summary>
    public double Width => Upper - Lower;

    /// <summary>Whether a value is in the range.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
