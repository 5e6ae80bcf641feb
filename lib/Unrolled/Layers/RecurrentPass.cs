
namespace Unrolled;

/// <summary>
/// What a recurrent layer computed from a batch, with all that the way back needs. Handed to the next
/// <see cref="RecurrentLayer.Forward"/> as its reuse, its buffers are written over, these tensors included.
/// </summary>
public sealed class RecurrentPass
{
    private int[] keptLengths = [];

    internal RecurrentPass(RecurrentLayer layer, IReadOnlyList<CellPass> cells)
    {
        (Layer, Cells) = (layer, cells);
        LayerOutputs = new Tensor?[cells.Count / layer.DirectionCount];
        LayerMasks = new Tensor?[LayerOutputs.Length];
        LayerDropped = new Tensor?[LayerOutputs.Length];
        LayerInputGradients = new Tensor?[LayerOutputs.Length];
    }

    /// <summary>y, [time, batch, directions · hidden]; 0 past each sequence's length.</summary>
    public Tensor Output => LayerOutputs[^1]!;

    /// <summary>The state after each sequence's last step.</summary>
    public RecurrentState Final { get; internal set; } = new(new Tensor(0, 0, 0));

    internal RecurrentLayer Layer { get; }

    internal IReadOnlyList<CellPass> Cells { get; }

    internal Tensor?[] LayerOutputs { get; }

    /// <summary>What dropout multiplied each layer's output by; null where it did nothing.</summary>
    internal Tensor?[] LayerMasks { get; }

    /// <summary>What dropout left of each layer's output, to be written over.</summary>
    internal Tensor?[] LayerDropped { get; }

    /// <summary>What the way back hands from each layer to the one below.</summary>
    internal Tensor?[] LayerInputGradients { get; }

    /// <summary>What the last way back returned.</summary>
    internal RecurrentGradient? Gradient { get; set; }

    internal Tensor? ClearedInput { get; set; }

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
