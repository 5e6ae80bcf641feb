
namespace Unrolled;

/// <summary>The part that all models share: sizes, and checks of the arguments. No equations.</summary>
/// <typeparam name="TSelf">The model; its gradients are held in another of its kind.</typeparam>
/// <typeparam name="TStep">The record of one of its steps.</typeparam>
/// <param name="inputSize">The number of elements of x.</param>
/// <param name="outputSize">The number of elements of y.</param>
/// <param name="stateSizes">The sizes of the vectors of the state.</param>
public abstract class Cell<TSelf, TStep>(int inputSize, int outputSize, params IReadOnlyList<int> stateSizes) : ICell
    where TSelf : Cell<TSelf, TStep>
    where TStep : ICellStep
{
    /// <inheritdoc/>
    public int InputSize { get; } = Shapes.RequirePositive(inputSize, nameof(inputSize));

    /// <inheritdoc/>
    public int OutputSize { get; } = Shapes.RequirePositive(outputSize, nameof(outputSize));

    /// <inheritdoc/>
    public IReadOnlyList<int> StateSizes { get; } =
        [.. stateSizes.Select(size => Shapes.RequirePositive(size, nameof(stateSizes)))];

    /// <inheritdoc/>
    public virtual State InitialState => State.Zeros(StateSizes);

    /// <inheritdoc/>
    public abstract ParameterSet Parameters { get; }

    /// <inheritdoc cref="ICell.Forward"/>
    public TStep Forward(Vector x, State previous)
    {
        Shapes.RequireSize(x, InputSize, nameof(x));
        Shapes.RequireFinite(x, nameof(x));
        Shapes.RequireSizes(previous, StateSizes, nameof(previous));
        return ForwardStep(x, previous);
    }

    /// <inheritdoc cref="ICell.Backward"/>
    public TStep Backward(TStep step, Vector dy, State dNext, TSelf gradients)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(gradients);
        Shapes.RequireSize(dy, OutputSize, nameof(dy));
        Shapes.RequireSizes(dNext, StateSizes, nameof(dNext));
        return BackwardStep(step, dy, dNext, gradients);
    }

    /// <inheritdoc cref="ICell.ZerosLike"/>
    public abstract TSelf ZerosLike();

    /// <summary>The model's equations.</summary>
    protected abstract TStep ForwardStep(Vector x, State previous);

    /// <summary>The equations' derivatives, from the last line to the first.</summary>
    protected abstract TStep BackwardStep(TStep s, Vector dy, State dNext, TSelf d);

    ICellStep ICell.Forward(Vector x, State previous) => Forward(x, previous);

    ICellStep ICell.Backward(ICellStep step, Vector dy, State dNext, ICell gradients) => Backward(
        step is TStep own ? own : throw Foreign(step, typeof(TStep), nameof(step)),
        dy,
        dNext,
        gradients is TSelf ownKind ? ownKind : throw Foreign(gradients, typeof(TSelf), nameof(gradients)));

    ICell ICell.ZerosLike() => ZerosLike();

    private static ArgumentException Foreign(object? given, Type expected, string name) =>
        new($"{name} is of {given?.GetType().Name ?? "null"}; expected {expected.Name}.", name);
}
