namespace Unrolled.Layers;

/// <summary>Which of its gates an <see cref="Lstm"/> has, and what they see.</summary>
public enum LstmKind
{
    /// <summary>Input, forget and output gate: Gers, Schmidhuber and Cummins 2000, and torch.nn.LSTM.</summary>
    Standard,

    /// <summary>No forget gate, c(t) = c(t−1) + i ⊙ g: Hochreiter and Schmidhuber 1997.</summary>
    WithoutForgetGate,

    /// <summary>The gates see the cell: Gers, Schraudolph and Schmidhuber 2002.</summary>
    Peephole,
}
