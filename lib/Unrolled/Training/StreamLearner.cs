
namespace Unrolled;

/// <summary>
/// Truncated backpropagation through time (Williams and Peng 1990): the state runs on from window to window of a long
/// stream, the gradient stops at the window's first step.
/// </summary>
/// <param name="model">The model; it may not read backwards.</param>
public sealed class StreamLearner(SequenceModel model) : ILearner<StreamWindow>
{
    private const string Hidden = "hidden";
    private const string Cell = "cell";

    private readonly SequenceModel model = model is { Recurrent.DirectionCount: 1 }
        ? model
        : throw new ArgumentException("model reads backwards; a stream has no end to begin from.", nameof(model));

    private SequencePass? pass;
    private Tensor? dOutput;
    private RecurrentState? state;

    /// <summary>The state that the next window begins from, a copy; null before the first.</summary>
    public RecurrentState? State => state?.Copy();

    /// <inheritdoc/>
    public ParameterList Parameters => model.Parameters;

    /// <inheritdoc/>
    public IEnumerable<NamedTensor> Carried
    {
        get
        {
            if (state is null)
                yield break;
            yield return NamedTensor.Create(Hidden, state.Hidden.Shape, state.Hidden.Values);
            if (state.Cell is not null)
                yield return NamedTensor.Create(Cell, state.Cell.Shape, state.Cell.Values);
        }
    }

    /// <inheritdoc/>
    public double Learn(StreamWindow window, Random random)
    {
        ArgumentNullException.ThrowIfNull(window);
        pass = model.Forward(window.Inputs, window.Begins ? null : state, dropoutSource: random, reuse: pass);
        state = pass.Recurrent.Final;
        LossValue value = window.Targets.Loss(pass.Output, dOutput);
        dOutput = value.Gradient;
        model.Backward(pass, value.Gradient);
        return value.Value;
    }

    /// <inheritdoc/>
    public void RestoreCarried(SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        state = file.Contains(Hidden)
            ? new RecurrentState(ToTensor(file[Hidden]), file.Contains(Cell) ? ToTensor(file[Cell]) : null)
            : null;
    }

    private static Tensor ToTensor(NamedTensor tensor) => new(tensor.ToFloats(), [.. tensor.Shape]);
}
