namespace Unrolled;

// Each of these adds the gradient of one batch's loss to a model's parameters, and returns the loss. Their buffers are
// reused from step to step.

/// <summary>Learning from whole sequences, each from zero state.</summary>
internal sealed class SequenceLearning(SequenceModel model, Func<long, Random, SequenceBatch> nextBatch)
{
    private SequencePass? pass;
    private Tensor? dOutput;

    internal double AddGradient(long step, Random random)
    {
        SequenceBatch batch = nextBatch(step, random);
        pass = model.Forward(batch, random, pass);
        LossValue loss = model.LossOf(batch.Targets, pass.Output, dOutput);
        dOutput = loss.Gradient;
        model.Backward(pass, loss.Gradient);
        return loss.Value;
    }
}

/// <summary>
/// Learning of targets with teacher forcing: at every step the decoder reads the true symbol before it.
/// </summary>
internal sealed class PairLearning(Seq2Seq model, Func<long, Random, PairBatch> nextBatch)
{
    private Seq2SeqPass? pass;
    private Tensor? dOutput;

    internal double AddGradient(long step, Random random)
    {
        PairBatch batch = nextBatch(step, random);
        pass = model.Forward(batch.Source, batch.Read, batch.SourceLengths, random, pass);
        LossValue loss = batch.Targets.Loss(pass.Output, dOutput);
        dOutput = loss.Gradient;
        model.Backward(pass, loss.Gradient);
        return loss.Value;
    }
}

/// <summary>
/// Truncated backpropagation through time (Williams and Peng 1990): the state is carried from window to window of long
/// streams, and the gradient stops at a window's first step.
/// </summary>
internal sealed class StreamLearning
{
    private const string Hidden = "hidden";
    private const string Cell = "cell";

    private readonly Func<long, Random, StreamWindow> nextWindow;
    private SequencePass? pass;
    private Tensor? dOutput;

    internal StreamLearning(SequenceModel model, Func<long, Random, StreamWindow> nextWindow)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(nextWindow);
        if (model.Recurrent.DirectionCount != 1)
        {
            throw new ArgumentException(
                "model reads backwards; a stream has no end to begin from.", nameof(model));
        }

        (Model, this.nextWindow) = (model, nextWindow);
    }

    internal SequenceModel Model { get; }

    /// <summary>The state from which the next window begins; null before the first.</summary>
    internal RecurrentState? State { get; private set; }

    internal double AddGradient(long step, Random random)
    {
        StreamWindow window = nextWindow(step, random);
        pass = Model.Forward(window.Inputs, window.Begins ? null : State, dropoutSource: random, reuse: pass);
        LossValue loss = Model.LossOf(window.Targets, pass.Output, dOutput);
        dOutput = loss.Gradient;
        Model.Backward(pass, loss.Gradient);
        return loss.Value;
    }

    /// <summary>
    /// Carries the final state of the latest window on, as a copy: a window that spoils it must not spoil the next one,
    /// and only after the window can it be seen whether it did.
    /// </summary>
    internal void CarryState()
    {
        RecurrentState final = pass!.Recurrent.Final;
        if (State is null || !State.Hidden.HasShape(final.Hidden.Dimensions))
        {
            State = final.Copy();
            return;
        }

        final.Hidden.Values.CopyTo(State.Hidden.Values, 0);
        final.Cell?.Values.CopyTo(State.Cell!.Values, 0);
    }

    /// <summary>The carried state as tensors. Empty before the first window.</summary>
    internal IEnumerable<NamedTensor> ToTensors(string prefix)
    {
        if (State is null)
            yield break;
        yield return NamedTensor.Create(prefix + Hidden, State.Hidden.Shape, State.Hidden.Values);
        if (State.Cell is not null)
            yield return NamedTensor.Create(prefix + Cell, State.Cell.Shape, State.Cell.Values);
    }

    /// <summary>
    /// Reads everything, and returns what applies it, so that nothing changes if the state does not fit.
    /// </summary>
    internal Action Read(SafetensorsFile file, string prefix)
    {
        if (!file.Contains(prefix + Hidden))
            return () => State = null;
        int batch = State?.Hidden.Shape[1] ?? nextWindow(0, new Xoshiro256(0)).Inputs.Shape[1];
        RecurrentState expected = Model.Recurrent.ZeroState(batch);
        RecurrentState read = new(
            ToTensor(file, prefix + Hidden, expected.Hidden),
            expected.Cell is null ? null : ToTensor(file, prefix + Cell, expected.Cell));
        return () => State = read;
    }

    private static Tensor ToTensor(SafetensorsFile file, string name, Tensor expected) =>
        new(file.Require(name, [.. expected.Shape]).ToFloats(), expected.Dimensions);
}
