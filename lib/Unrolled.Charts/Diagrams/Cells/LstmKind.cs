namespace Unrolled.Charts.Views.Cells;

/// <summary>The three LSTMs.</summary>
internal enum LstmKind
{
    /// <summary>Hochreiter and Schmidhuber 1997.</summary>
    WithoutForgetGate,

    /// <summary>Gers, Schmidhuber and Cummins 2000.</summary>
    ForgetGate,

    /// <summary>Gers, Schraudolph and Schmidhuber 2002.</summary>
    Peephole,
}
