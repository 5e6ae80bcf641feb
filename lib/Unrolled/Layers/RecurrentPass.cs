
namespace Unrolled;

/// <summary>
/// The result of a recurrent layer's forward pass over a batch, with everything that the backward pass needs. If it is
/// given to the next <see cref="RecurrentLayer.Forward"/> as its reuse, its buffers are overwritten, these tensors
/// included. A pass is for one thread at a time.
/// </summary>
public sealed class RecurrentPass
{
    private int[] keptLengths = [];

    internal RecurrentPass(RecurrentLayer layer, IReadOnlyList<CellPass> cells)
    {
        (Layer, Cells) = (layer, cells);
        OutputBuffers = new Tensor?[layer.LayerCount];
        LayerMasks = new Tensor?[layer.LayerCount];
        LayerDropped = new Tensor?[layer.LayerCount];
        LayerInputGradients = new Tensor?[layer.LayerCount];
    }

    /// <summary>y, [time, batch, directions · hidden]; 0 past each sequence's length.</summary>
    public Tensor Output => OutputBuffers[^1]!;

    /// <summary>
    /// The outputs of every layer, the lowest first, each [time, batch, directions · hidden], before dropout; 0 past
    /// each sequence's length.
    /// </summary>
    public IReadOnlyList<Tensor> LayerOutputs => OutputBuffers!;

    /// <summary>The state after each sequence's last step.</summary>
    public RecurrentState Final { get; internal set; } = new(new Tensor(0, 0, 0));

    internal RecurrentLayer Layer { get; }

    /// <summary>Held while the buffers are written.</summary>
    internal ExclusiveUse Use { get; } = new(
        "Another thread is computing with the same pass. Give each thread a pass of its own.");

    /// <summary>The version of the layer's parameters that the outputs were computed with.</summary>
    internal int ParametersVersion { get; set; }

    /// <summary>Whether what every step computed is kept for a backward pass.</summary>
    internal bool KeepsSteps { get; set; } = true;

    internal IReadOnlyList<CellPass> Cells { get; }

    internal Tensor?[] OutputBuffers { get; }

    /// <summary>The factors of dropout for each layer's output; null without dropout.</summary>
    internal Tensor?[] LayerMasks { get; }

    /// <summary>Each layer's output after dropout; a buffer that is overwritten.</summary>
    internal Tensor?[] LayerDropped { get; }

    /// <summary>The gradients that the backward pass hands from each layer to the one below.</summary>
    internal Tensor?[] LayerInputGradients { get; }

    /// <summary>The result of the latest backward pass.</summary>
    internal RecurrentGradient? Gradient { get; set; }

    internal Tensor? ClearedInput { get; set; }

    /// <summary>
    /// The hidden states, cell states and gates of every step of one layer, under the names of the equations.
    /// </summary>
    /// <param name="layer">The number of the layer, from 0, the lowest.</param>
    /// <param name="reverse">Whether it is the direction that reads backwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">The layer does not read backwards.</exception>
    /// <exception cref="InvalidOperationException">
    /// The pass is one of <see cref="RecurrentLayer.Infer"/>, which keeps no gates.
    /// </exception>
    public LayerTrace Trace(int layer = 0, bool reverse = false)
    {
        if (!KeepsSteps)
        {
            throw new InvalidOperationException(
                $"The pass comes from {nameof(RecurrentLayer.Infer)}, which keeps no gates; look inside one of "
                + $"{nameof(RecurrentLayer.Forward)}.");
        }

        int place = Layer.PlaceOf(layer, reverse);
        return new LayerTrace(Layer.CellAt(place), Cells[place]);
    }

    /// <summary>A copy of the lengths, since the caller may change them.</summary>
    internal IReadOnlyList<int>? Keep(IReadOnlyList<int>? lengths)
    {
        if (lengths is null)
            return null;
        if (keptLengths.Length != lengths.Count)
            keptLengths = new int[lengths.Count];
        for (int b = 0; b < keptLengths.Length; b++)
            keptLengths[b] = lengths[b];
        return keptLengths;
    }
}
