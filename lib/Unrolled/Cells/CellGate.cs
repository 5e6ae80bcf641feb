namespace Unrolled;

/// <summary>One gate of a cell, or its candidate: a block of rows in a layer's stacked weights.</summary>
/// <param name="W">From the input, [hidden, input].</param>
/// <param name="U">From the hidden state, [hidden, hidden].</param>
/// <param name="b">The bias, [hidden].</param>
/// <param name="b_h">The bias inside the reset product of the GRU's candidate; null elsewhere.</param>
/// <param name="p">The peephole; null where there is none.</param>
internal sealed record CellGate(Matrix W, Matrix U, Vector b, Vector? b_h = null, Vector? p = null)
{
    /// <summary>The gates in the order in which layers and torch.nn stack their rows.</summary>
    /// <exception cref="ArgumentException">The cell is none that has a layer.</exception>
    internal static IReadOnlyList<CellGate> Of(ICell cell) => cell switch
    {
        RnnCell c => [new(c.W, c.U, c.b)],
        LstmCell c =>
        [
            new(c.W_i, c.U_i, c.b_i),
            new(c.W_f, c.U_f, c.b_f),
            new(c.W_g, c.U_g, c.b_g),
            new(c.W_o, c.U_o, c.b_o),
        ],
        Lstm1997Cell c =>
        [
            new(c.W_i, c.U_i, c.b_i),
            new(c.W_g, c.U_g, c.b_g),
            new(c.W_o, c.U_o, c.b_o),
        ],
        PeepholeLstmCell c =>
        [
            new(c.W_i, c.U_i, c.b_i, p: c.p_i),
            new(c.W_f, c.U_f, c.b_f, p: c.p_f),
            new(c.W_g, c.U_g, c.b_g),
            new(c.W_o, c.U_o, c.b_o, p: c.p_o),
        ],
        GruCell c =>
        [
            new(c.W_r, c.U_r, c.b_r),
            new(c.W_z, c.U_z, c.b_z),
            new(c.W_n, c.U_n, c.b_n, c.ResetPlacement == ResetPlacement.AfterProduct ? c.b_hn : null),
        ],
        _ => throw new ArgumentException(
            $"cell is of {cell.GetType().Name}; "
            + $"expected {nameof(RnnCell)}, {nameof(LstmCell)}, {nameof(Lstm1997Cell)}, "
            + $"{nameof(PeepholeLstmCell)} or {nameof(GruCell)}.",
            nameof(cell)),
    };
}
