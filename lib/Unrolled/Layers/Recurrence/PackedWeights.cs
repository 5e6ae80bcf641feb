
namespace Unrolled;

/// <summary>
/// A cell's weights, copied into the order in which the products of a pass read them. Forwards, the columns are gates,
/// block by block, each padded to whole lanes; backwards, the rows are, without padding.
/// </summary>
internal sealed class PackedWeights
{
    private Tensor inputColumns = new(0, 0);

    /// <summary>The start of the net inputs: the sum of the biases, [blocks · padded].</summary>
    internal Tensor Bias { get; private set; } = new(0);

    /// <summary>Wᵀ, [input, blocks · padded].</summary>
    internal PackedMatrix Input { get; } = new();

    /// <summary>Uᵀ, [hidden, blocks · padded].</summary>
    internal PackedMatrix Hidden { get; } = new();

    /// <summary>W, [blocks · hidden, input].</summary>
    internal PackedMatrix InputBack { get; } = new();

    /// <summary>
    /// Wᵀ row by row, in place of <see cref="InputBack"/> where there are few rows, [input, blocks · padded].
    /// </summary>
    internal MatrixView InputColumns =>
        new(inputColumns.Values, inputColumns.Dimensions[0], inputColumns.Dimensions[1]);

    /// <summary>U, [blocks · hidden, hidden].</summary>
    internal PackedMatrix HiddenBack { get; } = new();

    /// <summary>Peepholes, one row a gate, [gates, padded].</summary>
    internal Tensor Peepholes { get; private set; } = new(0, 0);

    internal void ShapeBias(int width) => Bias = Tensor.Sized(Bias, width);

    internal void ShapeInputColumns(int rows, int width) => inputColumns = Tensor.Sized(inputColumns, rows, width);

    /// <summary>Sets some columns from the rows of W, [rows, input].</summary>
    internal void PlaceInputColumns(int first, MatrixView weights)
    {
        MatrixView columns = InputColumns.ColumnBlock(first, weights.Rows);
        MatrixCopy.To(weights.Transposed, columns);
    }

    internal void ShapePeepholes(int rows, int width) => Peepholes = Tensor.Sized(Peepholes, rows, width);
}
