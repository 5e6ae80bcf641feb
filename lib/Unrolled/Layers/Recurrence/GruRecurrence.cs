namespace Unrolled;

/// <summary>
/// The GRU of torch: n = tanh(W_n x + b_n + r ⊙ (U_n h' + b_hn)). r multiplies only the part of n's net input that
/// comes from h', so the two parts have blocks of their own: n, r, z and u_n, of which the first three read x and the
/// last three h'.
/// </summary>
internal sealed class GruResetAfterRecurrence(int inputSize, int hiddenSize, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 3, suffix)
{
    // q is u_n: what the reset gate multiplies.
    internal override IReadOnlyList<string> GateNames => ["n", "r", "z", "q"];

    protected override int BlockCount => 4;

    protected override int FirstHiddenBlock => 1;

    protected override int InputBlock(int gate) => (gate + 1) % GateCount;

    protected override int HiddenBlock(int gate) => gate + 1;

    protected override void ForwardStep(CellPass pass, int t, IndexRange rows)
    {
        AddHiddenProduct(pass, t, rows);
        Processor.Run(new GruResetAfterKernel.Forward(
            pass.GatesAt(t, rows), pass.HiddenAt(pass.Before(t), rows), pass.HiddenAt(pass.After(t), rows)));
    }

    protected override void BackwardStep(CellPass pass, int t, IndexRange rows)
    {
        MatrixView da = pass.DGatesAt(t, rows);
        MatrixView dh_prev = pass.DHiddenAt(pass.Before(t), rows);
        Processor.Run(new GruResetAfterKernel.Backward(
            pass.GatesAt(t, rows), pass.HiddenAt(pass.Before(t), rows), pass.DHiddenAt(pass.After(t), rows), da,
            dh_prev));
        SetHiddenGradient(pass, dh_prev, da, dh_prev, FirstHiddenBlock, GateCount);
    }
}

/// <summary>The GRU of the papers: n = tanh(W_n x + U_n (r ⊙ h') + b_n).</summary>
internal sealed class GruResetBeforeRecurrence(int inputSize, int hiddenSize, string suffix)
    : RecurrentCell(inputSize, hiddenSize, gateCount: 3, suffix)
{
    // Beside those of r and z.
    private const int Candidate = 2;

    internal override IReadOnlyList<string> GateNames => ["r", "z", "n"];

    internal override IReadOnlyList<string> KeptNames => ["rq"];

    /// <summary>r ⊙ h'.</summary>
    protected override int KeptBlocks => 1;

    protected override int KeptGradientBlocks => 1;

    protected override void ForwardStep(CellPass pass, int t, IndexRange rows)
    {
        MatrixView gates = pass.GatesAt(t, rows);
        MatrixView h_prev = pass.HiddenAt(pass.Before(t), rows);
        MatrixView rh = pass.KeptAt(t, rows);
        AddHiddenProduct(pass, h_prev, gates, 0, Candidate);
        Processor.Run(new GruResetBeforeKernel.ForwardGates(gates, h_prev, rh));
        AddHiddenProduct(pass, rh, gates, Candidate, 1);
        Processor.Run(new GruResetBeforeKernel.ForwardState(gates, h_prev, pass.HiddenAt(pass.After(t), rows)));
    }

    protected override void BackwardStep(CellPass pass, int t, IndexRange rows)
    {
        MatrixView gates = pass.GatesAt(t, rows);
        MatrixView h_prev = pass.HiddenAt(pass.Before(t), rows);
        MatrixView da = pass.DGatesAt(t, rows);
        MatrixView drh = pass.DKept(rows);
        MatrixView dh_prev = pass.DHiddenAt(pass.Before(t), rows);
        Processor.Run(new GruResetBeforeKernel.BackwardState(
            gates, h_prev, pass.DHiddenAt(pass.After(t), rows), da, dh_prev));
        SetHiddenGradient(pass, pass.Zeros(rows.Count, HiddenSize), da, drh, Candidate, 1);
        Processor.Run(new GruResetBeforeKernel.BackwardReset(gates, h_prev, drh, da, dh_prev));
        SetHiddenGradient(pass, dh_prev, da, dh_prev, 0, Candidate);
    }

    // r and z saw h', n saw r ⊙ h'.
    protected override void AddHiddenWeightGradients(CellPass pass, StepRange steps, IndexRange columns)
    {
        AddProduct(pass, steps, pass.HiddenBefore(steps), 0, Candidate, columns);
        AddProduct(pass, steps, pass.KeptOf(steps), Candidate, 1, columns);
    }
}
