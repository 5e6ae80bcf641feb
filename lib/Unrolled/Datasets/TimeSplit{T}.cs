namespace Unrolled.Datasets;

/// <summary>A series in three parts that follow each other in time; see <see cref="TimeSplit"/>.</summary>
/// <param name="Train">The oldest part: models, and everything that is fitted, see this one alone.</param>
/// <param name="Validation">The part by which settings are chosen; it can be empty.</param>
/// <param name="Test">The newest part, looked at once.</param>
public sealed record TimeSplit<T>(IReadOnlyList<T> Train, IReadOnlyList<T> Validation, IReadOnlyList<T> Test);
