namespace Unrolled;

/// <summary>Minibatches: there is nothing to compute, but their shapes must be as the index says.</summary>
internal static class TrainingDataComputation
{
    internal static Computation Of(TrainingDataCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfEquations);
        computation.Take("x", recorded.Steps, recorded.SeqLen, recorded.Batch, 2);
        computation.Take("y", recorded.Steps, recorded.Batch, 1);
        return computation;
    }
}
