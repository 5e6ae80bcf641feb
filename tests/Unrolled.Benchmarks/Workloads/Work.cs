namespace Unrolled.Benchmarks.Workloads;

/// <summary>The work that is timed.</summary>
internal enum Work
{
    /// <summary>Forward and backward from a given dL/dy: dL/dx and the gradients of all weights.</summary>
    TrainingStep,

    /// <summary>Forward only.</summary>
    Inference,

    /// <summary>One step of a stream, from the state of the step before.</summary>
    StreamingStep,
}
