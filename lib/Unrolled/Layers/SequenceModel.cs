
namespace Unrolled;

/// <summary>A recurrent layer with a dense head on every step or on the last.</summary>
public sealed class SequenceModel
{
    /// <summary>A model of the two; their parameters stay theirs.</summary>
    /// <param name="recurrent">The recurrent layer.</param>
    /// <param name="head">What reads it.</param>
    /// <param name="outputAt">What the head reads.</param>
    /// <exception cref="ArgumentException">The head does not take what the layer gives.</exception>
    public SequenceModel(RecurrentLayer recurrent, Dense head, OutputAt outputAt)
    {
        ArgumentNullException.ThrowIfNull(recurrent);
        ArgumentNullException.ThrowIfNull(head);
        if (head.InputSize != recurrent.OutputSize)
            throw new ArgumentException($"head takes {head.InputSize} features; recurrent gives {recurrent.OutputSize}.", nameof(head));
        (Recurrent, Head, OutputAt) = (recurrent, head, outputAt);
        Parameters = new ParameterList([.. recurrent.Parameters, .. head.Parameters.Under("head.")]);
    }

    /// <summary>The recurrent layer.</summary>
    public RecurrentLayer Recurrent { get; }

    /// <summary>What reads it.</summary>
    public Dense Head { get; }

    /// <summary>What the head reads.</summary>
    public OutputAt OutputAt { get; }

    /// <summary>The layer's parameters under their names, and the head's under "head.".</summary>
    public ParameterList Parameters { get; }

    /// <summary>From inputs to the head's outputs.</summary>
    /// <inheritdoc cref="RecurrentLayer.Forward"/>
    public SequencePass Forward(
        Tensor x,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        Random? dropoutSource = null,
        SequencePass? reuse = null)
    {
        RecurrentPass pass = Recurrent.Forward(x, initial, lengths, dropoutSource, reuse?.Recurrent);
        Tensor read = OutputAt == OutputAt.EveryStep ? pass.Output : LastStates(pass.Final.Hidden, reuse?.Read);
        Tensor output = Head.Forward(read, reuse?.Output);
        return reuse is not null && ReferenceEquals(read, reuse.Read) && ReferenceEquals(output, reuse.Output)
            ? reuse
            : new SequencePass(output, read, pass);
    }

    /// <summary>The way back; the parameters' gradients are added up in them.</summary>
    /// <param name="pass">What <see cref="Forward"/> returned.</param>
    /// <param name="dOutput">The gradient of the head's outputs, in their shape.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the pass is another layer's.</exception>
    public RecurrentGradient Backward(SequencePass pass, Tensor dOutput)
    {
        ArgumentNullException.ThrowIfNull(pass);
        pass.DRead = Head.Backward(pass.Read, dOutput, pass.DRead);
        if (OutputAt == OutputAt.EveryStep)
            return Recurrent.Backward(pass.Recurrent, pass.DRead);
        pass.DFinal ??= Recurrent.ZeroState(dOutput.Dimensions[0]);
        SetLastStates(pass.DRead, pass.DFinal.Hidden);
        return Recurrent.Backward(pass.Recurrent, dOutput: null, pass.DFinal);
    }

    private int FirstOfLastLayer => (Recurrent.LayerCount - 1) * Recurrent.DirectionCount;

    private Tensor LastStates(Tensor hidden, Tensor? reuse)
    {
        Tensor read = Tensor.Sized(reuse, hidden.Dimensions[1], Recurrent.OutputSize);
        for (int b = 0; b < read.Dimensions[0]; b++)
        {
            for (int d = 0; d < Recurrent.DirectionCount; d++)
                hidden.At(FirstOfLastLayer + d, b).CopyTo(read.At(b)[(d * Recurrent.HiddenSize)..]);
        }

        return read;
    }

    // The other layers' states are asked for nothing, and stay 0.
    private void SetLastStates(Tensor dRead, Tensor dHidden)
    {
        for (int b = 0; b < dRead.Dimensions[0]; b++)
        {
            for (int d = 0; d < Recurrent.DirectionCount; d++)
                dRead.At(b).Slice(d * Recurrent.HiddenSize, Recurrent.HiddenSize).CopyTo(dHidden.At(FirstOfLastLayer + d, b));
        }
    }
}

/// <summary>What a <see cref="SequenceModel"/> computed from a batch.</summary>
/// <param name="Output">What the head made, [time, batch, output] or [batch, output].</param>
/// <param name="Read">What the head read.</param>
/// <param name="Recurrent">The recurrent layer's pass.</param>
public sealed record SequencePass(Tensor Output, Tensor Read, RecurrentPass Recurrent)
{
    internal Tensor? DRead { get; set; }

    internal RecurrentState? DFinal { get; set; }
}

/// <summary>What of a recurrent layer the head of a <see cref="SequenceModel"/> reads.</summary>
public enum OutputAt
{
    /// <summary>Every step's output: [time, batch, features].</summary>
    EveryStep,

    /// <summary>Each direction's state after its last step, at each sequence's own length: [batch, features].</summary>
    LastStep,
}
