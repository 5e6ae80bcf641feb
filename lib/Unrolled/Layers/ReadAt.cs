namespace Unrolled.Layers;

/// <summary>What of a recurrent layer the head of a <see cref="SequenceModel"/> reads.</summary>
public enum ReadAt
{
    /// <summary>Every step's output: [time, batch, features].</summary>
    EveryStep,

    /// <summary>Each direction's state after its last step, at each sequence's own length: [batch, features].</summary>
    LastStep,
}
