using Unrolled.Layers.Cells;

namespace Unrolled.Layers;

/// <summary>
/// What a recurrent layer computed from a batch, with all that the way back needs. Handed to the next
/// <see cref="RecurrentLayer.Forward"/> as its reuse, its buffers are written over, these tensors included.
/// </summary>
public sealed class RecurrentPass
{
    internal RecurrentPass(RecurrentLayer layer, IReadOnlyList<CellPass> cells)
    {
        (Layer, Cells) = (layer, cells);
        LayerOutputs = new Tensor?[cells.Count / layer.DirectionCount];
        LayerMasks = new Tensor?[LayerOutputs.Length];
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

    internal Tensor? ClearedInput { get; set; }
}
