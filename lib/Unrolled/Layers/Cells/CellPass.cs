namespace Unrolled.Layers.Cells;

/// <summary>
/// What one layer remembers of one pass in one direction. States have a slot more than there are steps: reading
/// forwards, step t goes from slot t to slot t + 1; reading backwards, from slot t + 1 to slot t. So the states before
/// all steps lie in one block, in the order of the steps, in either direction.
/// </summary>
internal sealed class CellPass(bool reverse)
{
    private Tensor? dHidden;
    private Tensor? dCells;

    internal int Time { get; private set; }

    internal int Batch { get; private set; }

    /// <summary>Each sequence's length; null where all have the full one.</summary>
    internal IReadOnlyList<int>? Lengths { get; private set; }

    /// <summary>[time, batch, input].</summary>
    internal Tensor Input { get; private set; } = new(0, 0, 0);

    /// <summary>The gates after their squashing, [time, batch, gates · hidden].</summary>
    internal Tensor Gates { get; private set; } = new(0, 0, 0);

    /// <summary>h, [time + 1, batch, hidden].</summary>
    internal Tensor Hidden { get; private set; } = new(0, 0, 0);

    /// <summary>c of an LSTM, [time + 1, batch, hidden].</summary>
    internal Tensor Cells { get; private set; } = new(0, 0, 0);

    /// <summary>What else a model keeps of every step; see the model. [time, batch, …].</summary>
    internal Tensor Kept { get; private set; } = new(0, 0, 0);

    /// <summary>dL/d net inputs from x, [time, batch, gates · hidden].</summary>
    internal Tensor DGates { get; private set; } = new(0, 0, 0);

    /// <summary>dL/d net inputs from h; the same as <see cref="DGates"/> where the two are only added.</summary>
    internal Tensor DHiddenGates { get; private set; } = new(0, 0, 0);

    internal int First => reverse ? Time - 1 : 0;

    internal int Last => reverse ? 0 : Time - 1;

    internal int Stride => reverse ? -1 : 1;

    /// <summary>The states before all steps, in the order of the steps, [time · batch, hidden].</summary>
    internal Span<float> HiddenBefore => Hidden.Values.AsSpan(Before(0) * StepSize(Hidden), Time * StepSize(Hidden));

    internal int Before(int t) => reverse ? t + 1 : t;

    internal int After(int t) => reverse ? t : t + 1;

    internal bool HasEnded(int t, int b) => Lengths is not null && t >= Lengths[b];

    internal void Prepare(
        Tensor input, IReadOnlyList<int>? lengths, int gateSize, int hiddenSize, bool hasCells, int keptSize)
    {
        (Time, Batch, Lengths, Input) = (input.Shape[0], input.Shape[1], lengths, input);
        Gates = Tensor.Sized(Gates, Time, Batch, gateSize);
        Hidden = Tensor.Sized(Hidden, Time + 1, Batch, hiddenSize);
        Cells = Tensor.Sized(Cells, Time + 1, Batch, hasCells ? hiddenSize : 0);
        Kept = Tensor.Sized(Kept, Time, Batch, keptSize);
    }

    internal void PrepareBackward(bool hiddenGatesDiffer)
    {
        DGates = Tensor.Sized(DGates, [.. Gates.Shape]);
        DHiddenGates = hiddenGatesDiffer
            ? Tensor.Sized(ReferenceEquals(DHiddenGates, DGates) ? null : DHiddenGates, [.. Gates.Shape])
            : DGates;
        dHidden = Tensor.Sized(dHidden, 2, Batch, Hidden.Shape[2]);
        dCells = Tensor.Sized(dCells, 2, Batch, Cells.Shape[2]);
    }

    /// <summary>dL/dh: what comes to a step's state from all that is after it, [batch, hidden].</summary>
    internal Span<float> DHiddenAt(int slot) => dHidden!.At(slot & 1);

    /// <summary>dL/dc, [batch, hidden].</summary>
    internal Span<float> DCellsAt(int slot) => dCells!.At(slot & 1);

    /// <summary>A sequence that has ended takes its state along unchanged.</summary>
    internal void CarryEnded(int t)
    {
        for (int b = 0; b < Batch; b++)
        {
            if (!HasEnded(t, b))
                continue;
            Hidden.At(Before(t), b).CopyTo(Hidden.At(After(t), b));
            Cells.At(Before(t), b).CopyTo(Cells.At(After(t), b));
        }
    }

    /// <summary>The way back of <see cref="CarryEnded"/>: the state's gradient passes, and nothing comes to the gates.</summary>
    internal void CarryEndedBack(int t)
    {
        for (int b = 0; b < Batch; b++)
        {
            if (!HasEnded(t, b))
                continue;
            Row(DHiddenAt(After(t)), b).CopyTo(Row(DHiddenAt(Before(t)), b));
            Row(DCellsAt(After(t)), b).CopyTo(Row(DCellsAt(Before(t)), b));
            DGates.At(t, b).Clear();
            DHiddenGates.At(t, b).Clear();
        }
    }

    /// <summary>One sequence's row of [batch, hidden].</summary>
    internal Span<float> Row(Span<float> rows, int b) => rows.Slice(b * (rows.Length / Batch), rows.Length / Batch);

    private static int StepSize(Tensor states) => states.Shape[1] * states.Shape[2];
}
