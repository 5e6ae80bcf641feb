namespace Unrolled.Datasets;

/// <summary>One year of <see cref="Sunspots"/>.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Number">The yearly mean sunspot number, old (version 1) scale; it has no unit.</param>
public sealed record SunspotYear(int Year, double Number);
