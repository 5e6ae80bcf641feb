namespace Unrolled;

/// <summary>
/// Changes inside a network that show what a part of it is for: what is lost when the part is held still, or erased.
/// </summary>
public static class Intervention
{
    // σ(±800) is 1 and 0 to the last bit.
    private const double Saturated = 800;

    /// <summary>
    /// A copy of a cell in which one gate stands at a value: its weights are 0, and its bias is the net input of that
    /// value. Everything else is as in the cell.
    /// </summary>
    /// <param name="cell">The cell, which stays as it is.</param>
    /// <param name="gate">i, f or o.</param>
    /// <param name="value">From 0 to 1, both exactly possible.</param>
    /// <returns>The copy, whose parameters are its own.</returns>
    /// <exception cref="ArgumentException">There is no such gate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public static LstmCell HoldGate(LstmCell cell, string gate, double value)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (gate is not ("i" or "f" or "o"))
            throw new ArgumentException($"gate is {gate}; expected i, f or o.", nameof(gate));
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"value is {value}; expected 0 to 1.");

        LstmCell held = cell.ZerosLike();
        held.Parameters.CopyFrom(cell.Parameters);
        Array.Clear(held.Parameters[$"W_{gate}"].Values);
        Array.Clear(held.Parameters[$"U_{gate}"].Values);
        double netInput = Math.Clamp(Math.Log(value / (1 - value)), -Saturated, Saturated);
        Array.Fill(held.Parameters[$"b_{gate}"].Values, netInput);
        return held;
    }

    /// <summary>
    /// The same states of many sequences, in which some units have their mean over all of them: these units no longer
    /// tell one sequence from another.
    /// </summary>
    /// <param name="states">One state for each sequence, [sequence][unit]; they stay as they are.</param>
    /// <param name="units">The units to erase, from 0; none are allowed.</param>
    /// <returns>Copies, in the same order.</returns>
    /// <exception cref="ArgumentException">There is no state, or their sizes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static Vector[] Erase(IEnumerable<Vector> states, IEnumerable<int> units)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(units);
        Vector[] copies = [.. states.Select(state => state.Clone())];
        if (copies.Length == 0)
            throw new ArgumentException("There is no state; expected at least one.", nameof(states));
        int size = copies[0].Count;
        if (Array.Find(copies, copy => copy.Count != size) is { } other)
            throw new ArgumentException(
                $"A state has {other.Count} units; expected {size}, as the first has.", nameof(states));
        foreach (int unit in units)
        {
            if (unit < 0 || unit >= size)
                throw new ArgumentOutOfRangeException(
                    nameof(units), unit, $"There is no unit {unit}; expected 0 to {size - 1}.");
            double mean = copies.Average(copy => copy[unit]);
            foreach (Vector copy in copies)
                copy[unit] = mean;
        }

        return copies;
    }
}
