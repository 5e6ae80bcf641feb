namespace Unrolled;

/// <summary>
/// The quantities of every step of one layer and direction, under the names of the equations: <c>trace["f"]</c> is the
/// forget gate at every step.
/// <code>
/// Rnn                         a, h
/// Lstm                        i, f, g, o, c, tanh_c, h
/// Lstm without forget gate    i, g, o, c, tanh_c, h
/// Gru, reset after            n, r, z, q, h
/// Gru, reset before           r, z, n, rq, h
/// </code>
/// They are read from what the pass holds for its backward pass, so that they cost nothing before they are asked for.
/// Once the pass has been reused, they are those of the newer forward pass.
/// </summary>
public sealed class LayerTrace
{
    private readonly RecurrentCell cell;
    private readonly CellPass pass;

    internal LayerTrace(RecurrentCell cell, CellPass pass) => (this.cell, this.pass) = (cell, pass);

    /// <summary>The names that the equations give to the quantities.</summary>
    public IReadOnlyList<string> Names =>
        cell.HasCells
            ? [.. cell.GateNames, "c", .. cell.KeptNames, "h"]
            : [.. cell.GateNames, .. cell.KeptNames, "h"];

    /// <summary>A copy of a quantity, [time, batch, hidden]; 0 past each sequence's length.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    public Tensor this[string name]
    {
        get
        {
            Tensor values = new(pass.Time, pass.Batch, cell.HiddenSize);
            for (int t = 0; t < pass.Time; t++)
            {
                MatrixView step = At(name, t);
                for (int b = 0; b < pass.Batch; b++)
                {
                    if (!pass.HasEnded(t, b))
                        step.Values.Slice(b * step.RowStride, cell.HiddenSize).CopyTo(values.At(t, b));
                }
            }

            return values;
        }
    }

    /// <summary>One unit of a quantity through the time of one sequence, up to its length.</summary>
    /// <param name="name">The quantity's name in the equations.</param>
    /// <param name="unit">The unit, from 0.</param>
    /// <param name="sequence">The index of the sequence in the batch.</param>
    /// <exception cref="KeyNotFoundException">There is no such quantity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit or sequence.</exception>
    public double[] Unit(string name, int unit, int sequence = 0)
    {
        Require(unit, cell.HiddenSize, nameof(unit));
        return [.. Matrix(name, sequence).Row(unit)];
    }

    /// <summary>
    /// A quantity through the time of one sequence, up to its length, as a matrix, [unit, time]: a step a column, as
    /// the equations have it.
    /// </summary>
    /// <param name="name">The quantity's name in the equations.</param>
    /// <param name="sequence">The index of the sequence in the batch.</param>
    /// <exception cref="KeyNotFoundException">There is no such quantity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sequence.</exception>
    public Matrix Matrix(string name, int sequence = 0)
    {
        Require(sequence, pass.Batch, nameof(sequence));
        Tensor values = this[name];
        return MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(
            cell.HiddenSize, pass.Lengths?[sequence] ?? pass.Time, (unit, t) => values[t, sequence, unit]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{pass.Time} steps of {string.Join(", ", Names)}";

    // [batch, hidden], and the padding behind it.
    private MatrixView At(string name, int t)
    {
        if (name == "h")
            return pass.HiddenAt(pass.After(t), pass.All);
        if (name == "c" && cell.HasCells)
            return pass.CellsAt(pass.After(t), pass.All);
        if (IndexOf(cell.GateNames, name) is >= 0 and int gate)
            return Block(pass.GatesAt(t, pass.All), gate);
        if (IndexOf(cell.KeptNames, name) is >= 0 and int kept)
            return Block(pass.KeptAt(t, pass.All), kept);
        throw new KeyNotFoundException($"No quantity {name}; there are {string.Join(", ", Names)}.");
    }

    private MatrixView Block(MatrixView blocks, int index)
    {
        int padded = Lanes.Padded(cell.HiddenSize);
        return blocks.ColumnBlock(index * padded, padded);
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        return -1;
    }

    private static void Require(int index, int count, string name)
    {
        if ((uint)index >= (uint)count)
            throw new ArgumentOutOfRangeException(name, index, $"{name} is {index}; expected 0 to {count - 1}.");
    }
}
