namespace Unrolled;

/// <summary>
/// Weights to and from torch.nn, under its names: weight_ih_l0, weight_hh_l0, bias_ih_l0 and bias_hh_l0, each with the
/// gates' rows one below the other (LSTM i, f, g, o; GRU r, z, n), "_reverse" for the layer that reads backwards.
/// <para>
/// torch has two biases where the papers have one, and only their sum counts: reading adds them, writing gives the
/// first the sum and the second 0. The GRU's candidate alone needs both.
/// </para>
/// </summary>
public static class TorchWeights
{
    /// <summary>Reads one layer.</summary>
    /// <param name="cell">
    /// An <see cref="RnnCell"/>, <see cref="LstmCell"/> or <see cref="GruCell"/> of the right sizes.
    /// </param>
    /// <param name="file">The file with the tensors.</param>
    /// <param name="layer">The layer's number, from 0.</param>
    /// <param name="reverse">Whether it is the layer that reads backwards.</param>
    /// <param name="prefix">The prefix of the names, such as "initial.".</param>
    /// <exception cref="ArgumentException">torch.nn has no such layer.</exception>
    /// <exception cref="SafetensorsException">A tensor is missing or has another shape.</exception>
    public static void Read(ICell cell, SafetensorsFile file, int layer = 0, bool reverse = false, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(file);
        var gates = TorchGates(cell);
        int hidden = cell.OutputSize;
        int rows = gates.Count * hidden;
        double[] Values(string name, params ReadOnlySpan<int> shape) =>
            file.Require(prefix + name + Suffix(layer, reverse), shape).ToDoubles();

        double[] weight_ih = Values("weight_ih", rows, cell.InputSize);
        double[] weight_hh = Values("weight_hh", rows, hidden);
        double[] bias_ih = Values("bias_ih", rows);
        double[] bias_hh = Values("bias_hh", rows);
        for (int k = 0; k < gates.Count; k++)
        {
            Fill(gates[k].W, weight_ih, k * hidden);
            Fill(gates[k].U, weight_hh, k * hidden);
            for (int row = 0; row < hidden; row++)
            {
                (double first, double second) = (bias_ih[k * hidden + row], bias_hh[k * hidden + row]);
                gates[k].b[row] = gates[k].b_h is null ? first + second : first;
                if (gates[k].b_h is { } b_h)
                    b_h[row] = second;
            }
        }
    }

    /// <summary>Reads the layers of a deep network.</summary>
    /// <inheritdoc cref="Read(ICell, SafetensorsFile, int, bool, string)"/>
    public static void Read(DeepRnn network, SafetensorsFile file, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(file);
        for (int l = 0; l < network.Layers.Count; l++)
            Read(network.Layers[l], file, l, reverse: false, prefix);
    }

    /// <summary>Reads the layers of a deep bidirectional network.</summary>
    /// <inheritdoc cref="Read(ICell, SafetensorsFile, int, bool, string)"/>
    public static void Read(DeepBidirectionalRnn network, SafetensorsFile file, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(file);
        for (int l = 0; l < network.Layers.Count; l++)
        {
            Read(network.Layers[l].Forward, file, l, reverse: false, prefix);
            Read(network.Layers[l].Backward, file, l, reverse: true, prefix);
        }
    }

    /// <summary>Reads a torch.nn.Linear.</summary>
    /// <param name="outputLayer">An output layer of the right sizes.</param>
    /// <param name="file">The file with the tensors.</param>
    /// <param name="prefix">The prefix of the names weight and bias, such as "head.".</param>
    /// <exception cref="SafetensorsException">A tensor is missing or has another shape.</exception>
    public static void Read(OutputLayer outputLayer, SafetensorsFile file, string prefix)
    {
        ArgumentNullException.ThrowIfNull(outputLayer);
        ArgumentNullException.ThrowIfNull(file);
        Fill(
            outputLayer.V,
            file.Require(prefix + "weight", outputLayer.V.RowCount, outputLayer.V.ColumnCount).ToDoubles(), 0);
        outputLayer.b_y.SetValues(file.Require(prefix + "bias", outputLayer.b_y.Count).ToDoubles());
    }

    /// <summary>Reads a torch.nn.Embedding, whose weight has a row a symbol where E has a column.</summary>
    /// <param name="embedding">An embedding of the right sizes.</param>
    /// <param name="file">The file with the tensor.</param>
    /// <param name="prefix">The prefix of the name weight, such as "embedding.".</param>
    /// <exception cref="SafetensorsException">The tensor is missing or has another shape.</exception>
    public static void Read(EmbeddingMatrix embedding, SafetensorsFile file, string prefix)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(file);
        var rows = file.Require(prefix + "weight", embedding.E.ColumnCount, embedding.E.RowCount).ToDoubles();
        // Row after row of E transposed is column after column of E.
        rows.CopyTo(embedding.E.AsColumnMajorArray(), 0);
    }

    /// <summary>Writes a torch.nn.Linear.</summary>
    /// <param name="outputLayer">An output layer, or its gradient.</param>
    /// <param name="prefix">The prefix of the names weight and bias, such as "head.".</param>
    public static IReadOnlyList<NamedTensor> Write(OutputLayer outputLayer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(outputLayer);
        int[] shape = [outputLayer.V.RowCount, outputLayer.V.ColumnCount];
        return
        [
            NamedTensor.Create(prefix + "weight", shape, RowMajor(outputLayer.V)),
            NamedTensor.Create(prefix + "bias", [outputLayer.b_y.Count], outputLayer.b_y.ToArray()),
        ];
    }

    /// <summary>Writes a torch.nn.Embedding.</summary>
    /// <param name="embedding">An embedding, or its gradient.</param>
    /// <param name="prefix">The prefix of the name weight, such as "embedding.".</param>
    public static IReadOnlyList<NamedTensor> Write(EmbeddingMatrix embedding, string prefix)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        int[] shape = [embedding.E.ColumnCount, embedding.E.RowCount];
        return [NamedTensor.Create(prefix + "weight", shape, embedding.E.ToColumnMajorArray())];
    }

    /// <summary>Writes one layer; the second bias is 0 but for the GRU's candidate.</summary>
    /// <inheritdoc cref="Read(ICell, SafetensorsFile, int, bool, string)"/>
    public static IReadOnlyList<NamedTensor> Write(
        ICell cell, int layer = 0, bool reverse = false, string prefix = "") =>
        Write(
            Shapes.RequireNotNull(cell), gate => gate.b_h ?? Vector.Build.Dense(gate.b.Count), layer, reverse, prefix);

    /// <summary>
    /// Writes the gradient of one layer as torch has it: the two biases have the same gradient, since only their sum
    /// counts, but for the GRU's candidate.
    /// </summary>
    /// <param name="gradients">dL/dθ, held in a cell.</param>
    /// <param name="layer">The layer's number, from 0.</param>
    /// <param name="reverse">Whether it is the layer that reads backwards.</param>
    /// <param name="prefix">The prefix of the names, such as "grad.".</param>
    /// <exception cref="ArgumentException">torch.nn has no such layer.</exception>
    public static IReadOnlyList<NamedTensor> WriteGradients(
        ICell gradients, int layer = 0, bool reverse = false, string prefix = "") =>
        Write(Shapes.RequireNotNull(gradients), gate => gate.b_h ?? gate.b, layer, reverse, prefix);

    private static NamedTensor[] Write(
        ICell cell, Func<CellGate, Vector> secondBias, int layer, bool reverse, string prefix)
    {
        var gates = TorchGates(cell);
        int rows = gates.Count * cell.OutputSize;
        NamedTensor Stacked(string name, int[] shape, Func<CellGate, IEnumerable<double>> values) =>
            NamedTensor.Create(prefix + name + Suffix(layer, reverse), shape, [.. gates.SelectMany(values)]);

        return
        [
            Stacked("weight_ih", [rows, cell.InputSize], gate => RowMajor(gate.W)),
            Stacked("weight_hh", [rows, cell.OutputSize], gate => RowMajor(gate.U)),
            Stacked("bias_ih", [rows], gate => gate.b),
            Stacked("bias_hh", [rows], secondBias),
        ];
    }

    private static string Suffix(int layer, bool reverse) => $"_l{layer}{(reverse ? "_reverse" : "")}";

    private static double[] RowMajor(Matrix matrix) => matrix.ToRowMajorArray();

    private static void Fill(Matrix matrix, double[] rowMajor, int firstRow)
    {
        for (int row = 0; row < matrix.RowCount; row++)
        {
            for (int column = 0; column < matrix.ColumnCount; column++)
                matrix[row, column] = rowMajor[(firstRow + row) * matrix.ColumnCount + column];
        }
    }

    // torch.nn has neither peepholes nor an LSTM without a forget gate, and a GRU in one form alone.
    private static IReadOnlyList<CellGate> TorchGates(ICell cell) => cell switch
    {
        RnnCell or LstmCell => CellGate.Of(cell),
        GruCell
        {
            ResetPlacement: ResetPlacement.AfterProduct,
            UpdateConvention: UpdateConvention.KeepsOldState,
        } => CellGate.Of(cell),
        GruCell gru => throw new ArgumentException(
            $"cell is a {nameof(GruCell)} with {gru.ResetPlacement} and {gru.UpdateConvention}; torch.nn has it only "
            + $"with {ResetPlacement.AfterProduct} and {UpdateConvention.KeepsOldState}. "
            + $"{nameof(GruCell.InConvention)} converts the latter.",
            nameof(cell)),
        _ => throw new ArgumentException(
            $"cell is of {cell.GetType().Name}; torch.nn has {nameof(RnnCell)}, {nameof(LstmCell)} "
            + $"and {nameof(GruCell)}.",
            nameof(cell)),
    };
}
