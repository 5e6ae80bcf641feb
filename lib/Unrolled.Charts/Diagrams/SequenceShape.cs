namespace Unrolled;

/// <summary>The five shapes of sequence tasks: the steps that have an input, and those that have an output.</summary>
public enum SequenceShape
{
    /// <summary>One input, one output: an image and its class.</summary>
    OneToOne,

    /// <summary>One input, a sequence of outputs: an image and its description.</summary>
    OneToMany,

    /// <summary>A sequence of inputs, one output: a text and its class.</summary>
    ManyToOne,

    /// <summary>A sequence of inputs, then a sequence of outputs: a sentence and its translation.</summary>
    Delayed,

    /// <summary>An output for every input: the frames of a video and their labels.</summary>
    InStep,
}
