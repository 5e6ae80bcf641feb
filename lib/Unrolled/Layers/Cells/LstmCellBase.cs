namespace Unrolled.Layers.Cells;

/// <summary>What the LSTMs share: the products with the state, and tanh(c) kept for the way back.</summary>
internal abstract class LstmCellBase(int inputSize, int hiddenSize, int gateCount, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount, suffix)
{
    internal sealed override bool HasCells => true;

    /// <summary>tanh(c).</summary>
    protected sealed override int KeptSize => HiddenSize;

    /// <summary>The gates, c, tanh(c) and h of one sequence.</summary>
    protected abstract void ForwardRow(CellPass pass, int t, int b);

    /// <summary>The gradients of the net inputs and of the cell before, of one sequence.</summary>
    protected abstract void BackwardRow(CellPass pass, int t, int b, Span<float> dh, Span<float> dc_next, Span<float> dc_prev);

    protected sealed override void ForwardStep(CellPass pass, int t)
    {
        AddHiddenProduct(pass.Hidden.At(pass.Before(t)), pass.Gates.At(t), pass.Batch, 0, GateSize);
        for (int b = 0; b < pass.Batch; b++)
            ForwardRow(pass, t, b);
    }

    protected sealed override void BackwardStep(CellPass pass, int t)
    {
        Span<float> dh = pass.DHiddenAt(pass.After(t));
        Span<float> dc_next = pass.DCellsAt(pass.After(t));
        Span<float> dc_prev = pass.DCellsAt(pass.Before(t));
        Span<float> dh_prev = pass.DHiddenAt(pass.Before(t));
        for (int b = 0; b < pass.Batch; b++)
            BackwardRow(pass, t, b, pass.Row(dh, b), pass.Row(dc_next, b), pass.Row(dc_prev, b));
        dh_prev.Clear();
        AddHiddenGradient(pass.DGates.At(t), dh_prev, pass.Batch, 0, GateSize);
    }
}
