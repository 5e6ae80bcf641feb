namespace Unrolled;

/// <summary>
/// Steps through a layer, one at a time, that carry their state along: the way to generate text or to follow a sensor.
/// The weights are those that the layer had when the stream was opened; open another after they have changed. Nothing
/// is allocated in a step.
/// </summary>
public sealed class RecurrentStream
{
    private readonly RecurrentLayer layer;
    private readonly RecurrentPass pass;
    private Tensor input;

    internal RecurrentStream(RecurrentLayer layer, int batch, RecurrentState? initial)
    {
        (this.layer, Batch) = (layer, batch);
        State = initial?.Copy() ?? layer.ZeroState(batch);
        input = new Tensor(1, batch, layer.InputSize);
        pass = layer.NewPass();
        layer.PackWeights(pass);
    }

    /// <summary>The number of parallel sequences.</summary>
    public int Batch { get; private set; }

    /// <summary>The state after the last step, or before the first; the next step writes over it.</summary>
    public RecurrentState State { get; private set; }

    /// <summary>One step.</summary>
    /// <param name="x">[batch, input].</param>
    /// <returns>y, [1, batch, hidden]; the next step writes over it.</returns>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Step(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        x.Require(nameof(x), Batch, layer.InputSize);
        x.Values.CopyTo(input.Values, 0);
        layer.ForwardPacked(pass, input, State, lengths: null, dropoutSource: null);
        State = pass.Final;
        return pass.Output;
    }

    /// <summary>Goes on with some of the sequences alone, in the order of the indices.</summary>
    /// <param name="sequences">
    /// Their indices among the present ones, at least one; a sequence may be taken more than once.
    /// </param>
    /// <exception cref="ArgumentException">There is no index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of a sequence.</exception>
    public void Select(IReadOnlyList<int> sequences)
    {
        State = State.Select(sequences);
        Batch = sequences.Count;
        input = Tensor.Sized(input, 1, Batch, layer.InputSize);
    }
}
