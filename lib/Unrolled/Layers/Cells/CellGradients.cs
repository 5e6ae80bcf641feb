using Unrolled.Layers.Kernels;

namespace Unrolled.Layers.Cells;

/// <summary>
/// The gradients of a cell's weights while they are added up: transposed, with the gates along the rows, so that dL/d net
/// inputs can be read as they lie.
/// </summary>
internal sealed class CellGradients
{
    private Tensor sums = new(0, 0);
    private int width;
    private int inputSize;
    private int hiddenSize;

    /// <summary>dWᵀ, [input, blocks · padded].</summary>
    internal MatrixView Input => All.RowBlock(0, inputSize);

    /// <summary>dUᵀ, [hidden, blocks · padded].</summary>
    internal MatrixView Hidden => All.RowBlock(inputSize, hiddenSize);

    /// <summary>The sum of dL/d net inputs, [1, blocks · padded].</summary>
    internal MatrixView Bias => All.RowBlock(inputSize + hiddenSize, 1);

    /// <summary>The peepholes', one row a gate, [gates, padded].</summary>
    internal Tensor Peepholes { get; private set; } = new(0, 0);

    /// <summary>dL/d net inputs of one chunk of steps, as the products read them.</summary>
    internal PackedMatrix Net { get; } = new();

    private MatrixView All => new(sums.Values, inputSize + hiddenSize + 1, width, MatrixView.StrideFor(width));

    /// <summary>Begins with zeros.</summary>
    internal void Begin(int inputSize, int hiddenSize, int width, int chunkRows)
    {
        Net.Shape(chunkRows, width);
        (this.inputSize, this.hiddenSize, this.width) = (inputSize, hiddenSize, width);
        sums = Tensor.Sized(sums, inputSize + hiddenSize + 1, MatrixView.StrideFor(width));
        sums.Clear();
    }

    internal void BeginPeepholes(int rows, int width)
    {
        Peepholes = Tensor.Sized(Peepholes, rows, width);
        Peepholes.Clear();
    }
}
