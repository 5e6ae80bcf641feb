
namespace Unrolled;

/// <summary>
/// The result of a recurrent layer's forward pass over a batch, with everything that the backward pass needs. If it is
/// given to the next <see cref="RecurrentLayer.Forward"/> as its reuse, its buffers are overwritten, these tensors
/// included.
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

    /// <summary>Whether what every step computed is kept for a backward pass.</summary>
    internal bool KeepsSteps { get; set; } = true;

    internal IReadOnlyList<CellPass> Cells { get; }

    internal Tensor?[] LayerOutputs { get; }

    /// <summary>The factors of dropout for each layer's output; null without dropout.</summary>
    internal Tensor?[] LayerMasks { get; }

    /// <summary>Each layer's output after dropout; a buffer that is overwritten.</summary>
    internal Tensor?[] LayerDropped { get; }

    /// <summary>The gradients that the backward pass hands from each layer to the one below.</summary>
    internal Tensor?[] LayerInputGradients { get; }

    /// <summary>The result of the latest backward pass.</summary>
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
