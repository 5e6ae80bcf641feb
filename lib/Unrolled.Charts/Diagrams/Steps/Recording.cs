using System.Collections.Immutable;

namespace Unrolled.Charts.Views.Recordings;

/// <summary>All that a stepping drawing shows of a run: its quantities at every step, and what the steps are called.</summary>
/// <param name="Quantities">The quantities, in the order of the equations.</param>
/// <param name="Symbols">A name for the input of every step; none where it has none.</param>
/// <param name="Units">The hidden units that are shown.</param>
/// <param name="Unit">The one whose numbers are written out.</param>
internal sealed record Recording(
    ImmutableArray<Quantity> Quantities, ImmutableArray<string> Symbols, UnitWindow Units, int Unit)
{
    public int Steps => Quantities[0].Steps;

    /// <summary>Whether one hidden unit is chosen; otherwise all numbers are shown.</summary>
    public bool HasUnits => Quantities.Any(quantity => quantity.FollowsUnit);

    public Quantity this[string key] => Quantities.First(quantity => quantity.Key == key);

    /// <summary>How a step is called in headings: t = 3, input B, unit 2.</summary>
    public string Heading(int step) => $"t = {step}" + (Symbols.IsEmpty ? "" : $", input {Symbols[step]}") + (Units.All == 1 ? "" : $", unit {Unit}");
}
