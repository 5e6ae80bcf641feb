namespace Unrolled.Benchmarks.Workloads;

internal enum CellKind
{
    Rnn,
    Lstm,
    Gru,
}
