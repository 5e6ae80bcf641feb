namespace Unrolled.Experiments.Rows;

internal enum CellKind
{
    Rnn,
    Lstm,
    LstmWithoutForgetGate,
    Gru,
}
