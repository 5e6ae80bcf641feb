namespace Unrolled;

/// <summary>
/// The parameters of one layer and direction as a readable cell in double precision, and back in single precision. A
/// layer has two biases where a cell has one, and only their sum counts: reading adds them, loading gives the first the
/// sum and the second 0. The GRU's candidate alone keeps both, where the reset gate comes after the product.
/// </summary>
internal static class CellConversion
{
    internal static TCell ToCell<TCell>(RecurrentLayer layer, TCell cell, int index, bool reverse)
        where TCell : ICell
    {
        Weights weights = new(layer, index, reverse);
        int hidden = layer.HiddenSize, peephole = 0;
        IReadOnlyList<CellGate> gates = CellGate.Of(cell);
        for (int k = 0; k < gates.Count; k++)
        {
            CellGate gate = gates[k];
            for (int row = 0; row < hidden; row++)
            {
                int place = k * hidden + row;
                for (int column = 0; column < gate.W.ColumnCount; column++)
                    gate.W[row, column] = weights.Input[place, column];
                for (int column = 0; column < hidden; column++)
                    gate.U[row, column] = weights.Hidden[place, column];
                (double first, double second) = (weights.InputBias[place], weights.HiddenBias[place]);
                gate.b[row] = gate.b_h is null ? first + second : first;
                if (gate.b_h is { } b_h)
                    b_h[row] = second;
                if (gate.p is { } p)
                    p[row] = weights.Peepholes![peephole + row];
            }

            peephole += gate.p is null ? 0 : hidden;
        }

        return cell;
    }

    internal static void Load(RecurrentLayer layer, ICell cell, int index, bool reverse)
    {
        Weights weights = new(layer, index, reverse);
        if (cell.InputSize != weights.Input.Shape[1] || cell.OutputSize != layer.HiddenSize)
        {
            throw new ArgumentException(
                $"cell takes {cell.InputSize} elements and has {cell.OutputSize} units; layer {index} takes "
                + $"{weights.Input.Shape[1]} and has {layer.HiddenSize}.",
                nameof(cell));
        }

        int hidden = layer.HiddenSize, peephole = 0;
        IReadOnlyList<CellGate> gates = CellGate.Of(cell);
        for (int k = 0; k < gates.Count; k++)
        {
            CellGate gate = gates[k];
            for (int row = 0; row < hidden; row++)
            {
                int place = k * hidden + row;
                for (int column = 0; column < gate.W.ColumnCount; column++)
                    weights.Input[place, column] = (float)gate.W[row, column];
                for (int column = 0; column < hidden; column++)
                    weights.Hidden[place, column] = (float)gate.U[row, column];
                weights.InputBias[place] = (float)gate.b[row];
                weights.HiddenBias[place] = (float)(gate.b_h?[row] ?? 0);
                if (gate.p is { } p)
                    weights.Peepholes![peephole + row] = (float)p[row];
            }

            peephole += gate.p is null ? 0 : hidden;
        }

        layer.Parameters.MarkChanged();
    }

    private readonly record struct Weights(
        Tensor Input, Tensor Hidden, Tensor InputBias, Tensor HiddenBias, Tensor? Peepholes)
    {
        internal Weights(RecurrentLayer layer, int index, bool reverse)
            : this(
                Of(layer, "weight_ih", index, reverse)!,
                Of(layer, "weight_hh", index, reverse)!,
                Of(layer, "bias_ih", index, reverse)!,
                Of(layer, "bias_hh", index, reverse)!,
                Of(layer, "weight_peephole", index, reverse))
        {
        }

        private static Tensor? Of(RecurrentLayer layer, string name, int index, bool reverse)
        {
            if (index < 0 || index >= layer.LayerCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index), index, $"layer is {index}; expected 0 to {layer.LayerCount - 1}.");
            }

            if (reverse && layer.DirectionCount == 1)
                throw new ArgumentException("The layer reads forwards alone; it has no reverse cell.", nameof(reverse));
            string full = $"{name}_l{index}{(reverse ? "_reverse" : "")}";
            return layer.Parameters.FirstOrDefault(parameter => parameter.Name == full)?.Value;
        }
    }
}
