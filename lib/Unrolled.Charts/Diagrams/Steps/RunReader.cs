using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A reader of quantities of a run; its errors name what the run lacks.</summary>
/// <param name="run">The run.</param>
/// <param name="ofWhat">The name of the model that the run should be of, for messages.</param>
/// <param name="units">The hidden units that are shown.</param>
internal sealed class RunReader(CellTrace run, string ofWhat, UnitWindow units)
{
    /// <summary>The recording of the quantities that a diagram shows of a run.</summary>
    public static Recording Record(
        CellTrace run, string ofWhat, int hiddenUnits, int unit, IEnumerable<string>? symbols,
        Func<RunReader, ImmutableArray<Quantity>> quantities)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Count == 0)
            throw new ArgumentException("The run has no steps; expected at least one.", nameof(run));
        if (unit < 0 || unit >= hiddenUnits)
            throw new ArgumentOutOfRangeException(
                nameof(unit), unit,
                $"There is no unit {unit}; the {ofWhat} has the hidden units 0 to {hiddenUnits - 1}.");
        ImmutableArray<string> names = [.. symbols ?? []];
        if (symbols is not null && names.Length != run.Count)
            throw new ArgumentException(
                $"There are {names.Length} symbols for {run.Count} steps; they must be as many.", nameof(symbols));
        UnitWindow units = UnitWindow.Around(unit, hiddenUnits);
        return new Recording(Comparable(quantities(new RunReader(run, ofWhat, units))), names, units, unit);
    }

    // Equal values have equal colours in the cell state before a step and after it.
    private static ImmutableArray<Quantity> Comparable(ImmutableArray<Quantity> quantities)
    {
        double reach = quantities.Where(quantity => quantity.FollowsUnit)
            .Select(quantity => quantity.Reach).DefaultIfEmpty(1).Max();
        return
        [
            .. quantities.Select(quantity =>
                quantity is { FollowsUnit: true, Reach: > 1 } ? quantity with { Reach = reach } : quantity),
        ];
    }

    /// <summary>A quantity with an element for each hidden unit.</summary>
    public Quantity Units(string key, MathName name) => Units(key, name, Read(key));

    /// <summary>An expression of two quantities, with an element for each hidden unit.</summary>
    public Quantity Units(string key, MathName name, Func<Vector, Vector, Vector> of, string left, string right) =>
        Units(key, name, [.. Read(left).Zip(Read(right), of)]);

    /// <summary>A quantity with elements of its own, such as the input; their count is checked where given.</summary>
    public Quantity Whole(string key, MathName name, int? elements = null)
    {
        IReadOnlyList<Vector> values = Read(key);
        if (elements is { } expected && values[0].Count != expected)
            throw new ArgumentException(
                $"The run's {key} has {values[0].Count} elements; expected {expected}, as the {ofWhat} has.");
        return new Quantity(key, name, Rounded(values, 0, values[0].Count), FollowsUnit: false);
    }

    private Quantity Units(string key, MathName name, IReadOnlyList<Vector> values)
    {
        if (values[0].Count != units.All)
            throw new ArgumentException(
                $"The run's {key} has {values[0].Count} elements; "
                + $"expected {units.All}, as the {ofWhat} has hidden units.");
        return new Quantity(key, name, Rounded(values, units.First, units.Count), FollowsUnit: true);
    }

    private IReadOnlyList<Vector> Read(string key) => run.Names.Contains(key)
        ? run[key]
        : throw new ArgumentException(
            $"The run has no quantity {key}, which a run of the {ofWhat} has; it has {string.Join(", ", run.Names)}.");

    private static double[,] Rounded(IReadOnlyList<Vector> values, int first, int count)
    {
        var rounded = new double[values.Count, count];
        for (int t = 0; t < values.Count; t++)
            for (int i = 0; i < count; i++)
                rounded[t, i] = CanonicalNumber.Rounded(values[t][first + i]);
        return rounded;
    }
}
