using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>What the LSTMs share: the products with the state, and tanh(c) kept for the way back.</summary>
internal abstract class LstmCellBase(int inputSize, int hiddenSize, int gateCount, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount, suffix)
{
    internal sealed override bool HasCells => true;

    /// <summary>tanh(c).</summary>
    protected sealed override int KeptBlocks => 1;

    /// <summary>From the net inputs and the cell before to the gates, c, tanh(c) and h.</summary>
    protected abstract void ForwardUnits(CellPass pass, int t, Share rows);

    /// <summary>From the gradients of h and c to those of the net inputs and of the cell before.</summary>
    protected abstract void BackwardUnits(CellPass pass, int t, Share rows);

    protected sealed override void ForwardStep(CellPass pass, int t, Share rows)
    {
        AddHiddenProduct(pass, t, rows);
        ForwardUnits(pass, t, rows);
    }

    protected sealed override void BackwardStep(CellPass pass, int t, Share rows)
    {
        BackwardUnits(pass, t, rows);
        SetHiddenGradient(
            pass, pass.Zeros(rows.Count, HiddenSize), pass.DGatesAt(t, rows), pass.DHiddenAt(pass.Before(t), rows), 0, GateCount);
    }
}
