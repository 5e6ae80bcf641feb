using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The content of a step diagram: the quantities of a run at every step, and names of the steps.</summary>
/// <param name="Quantities">The quantities, in the order of the equations.</param>
/// <param name="Symbols">A name for the input of every step; empty where there are none.</param>
/// <param name="Units">The hidden units that are shown.</param>
/// <param name="Unit">The hidden unit whose values are written out.</param>
internal sealed record Recording(
    ImmutableArray<Quantity> Quantities, ImmutableArray<string> Symbols, UnitWindow Units, int Unit)
{
    public int Steps => Quantities[0].Steps;

    /// <summary>Whether one hidden unit is chosen; otherwise the values of all units are shown.</summary>
    public bool HasUnits => Quantities.Any(quantity => quantity.FollowsUnit);

    public Quantity this[string key] => Quantities.First(quantity => quantity.Key == key);

    /// <summary>The heading of the step at an index: "t = 4: B, unit 2", since the first step is t = 1.</summary>
    public string Heading(int step)
    {
        string input = Symbols.IsEmpty ? "" : $": {Symbols[step]}", unit = Units.All == 1 ? "" : $", unit {Unit}";
        return $"t = {step + 1}{input}{unit}";
    }
}

/// <summary>One step of a recording, from which the parts of a diagram read their values.</summary>
internal readonly record struct Moment(Recording Recording, int Step)
{
    /// <summary>The index of the element that is written out: the chosen unit, or the only element.</summary>
    public int ChosenOf(Quantity quantity) => quantity.FollowsUnit ? Recording.Unit - Recording.Units.First : 0;

    public double Value(Quantity quantity, int element) => quantity.Values[Step, element];

    public Rgb Colour(Quantity quantity, int element) => ValueColour.Of(Value(quantity, element), quantity.Reach);
}

/// <summary>The hidden units that a diagram has room for: all, or some around the chosen one.</summary>
internal readonly record struct UnitWindow(int First, int Count, int All)
{
    private const int Most = 32;

    public static UnitWindow Around(int unit, int all) => all <= Most
        ? new UnitWindow(0, all, all)
        : new UnitWindow(Math.Clamp(unit - Most / 2, 0, all - Most), Most, all);

    /// <summary>"unit 0", "units 0 … 7", or "units 0 … 31 of 128".</summary>
    public override string ToString() =>
        (Count == 1 ? $"unit {First}" : $"units {First} … {First + Count - 1}") + (Count < All ? $" of {All}" : "");
}
