using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Differential;

/// <summary>A case by the equations, in double precision and one sequence at a time.</summary>
internal sealed class EquationsReference
{
    private readonly LayerCase of;
    private readonly int directions;
    private readonly ICell[] cells;

    // [layer · directions + direction, sequence]: the steps in the order in which that direction reads them.
    private readonly CellTrace[,] runs;

    internal EquationsReference(LayerCase of)
    {
        this.of = of;
        directions = of.Layer.DirectionCount;
        cells = [.. Enumerable.Range(0, of.Layer.LayerCount * directions).Select(
            i => LayerDraw.CellOf(of.Layer, i / directions, reverse: i % directions == 1))];
        runs = new CellTrace[cells.Length, of.Lengths.Length];
        for (int b = 0; b < of.Lengths.Length; b++)
            Run(b);
    }

    /// <summary>
    /// The sequences in which a ReLU of the layers is on where that of the equations is off, or the reverse: their net
    /// input is 0 but for rounding, and there the gradient has two values.
    /// </summary>
    internal IEnumerable<int> SequencesWithKinks() => of.Layer is Rnn { Activation: Activation.Relu }
        ? Enumerable.Range(0, of.Lengths.Length).Where(HasKink)
        : [];

    /// <summary>Every tensor of the forward pass and of the backward pass, under the names of the case.</summary>
    internal Dictionary<string, double[]> Results()
    {
        (int time, int batch, int hidden) = (of.X.Shape[0], of.X.Shape[1], of.Layer.HiddenSize);
        int layers = of.Layer.LayerCount;
        Dictionary<string, double[]> results = new()
        {
            ["y"] = new double[time * batch * of.Layer.OutputSize],
            ["dx"] = new double[of.X.Count],
        };
        ICell[] gradients = [.. cells.Select(cell => cell.ZerosLike())];
        for (int b = 0; b < batch; b++)
        {
            Put(results["y"], OutputsOf(layers - 1, b), b);
            Vector[] dys =
                [.. Enumerable.Range(0, of.Lengths[b]).Select(t => Row(of.DOutput, t, b, of.Layer.OutputSize))];
            for (int layer = layers - 1; layer >= 0; layer--)
                dys = Backward(layer, b, dys, gradients, results);
            Put(results["dx"], dys, b);
            for (int i = 0; i < cells.Length; i++)
                PutState(results, "_n", runs[i, b].Final, i, b, gradient: false);
        }

        for (int i = 0; i < cells.Length; i++)
            PutParameters(results, gradients[i], $"_l{i / directions}{(i % directions == 1 ? "_reverse" : "")}");
        return results;

        Vector[] Backward(int layer, int b, Vector[] dys, ICell[] gradients, Dictionary<string, double[]> results)
        {
            Vector[] dxs = [.. dys.Select(_ => Vector.Build.Dense(cells[layer * directions].InputSize))];
            for (int d = 0; d < directions; d++)
            {
                int i = layer * directions + d;
                Vector[] own = InReadingOrder(d, [.. dys.Select(dy => dy.SubVector(d * hidden, hidden))]);
                CellGradient gradient = BackpropagationThroughTime.Gradient(
                    cells[i], runs[i, b], own, of.DFinal is null ? null : StateOf(of.DFinal, i, b));
                gradients[i].Parameters.Accumulate(gradient.OfParameters.Parameters);
                PutState(results, "_0", gradient.OfInitialState, i, b, gradient: true);
                dxs = [.. dxs.Zip(InReadingOrder(d, gradient.OfInputs), (sum, dx) => sum + dx)];
            }

            return dxs;
        }
    }

    private void Run(int b)
    {
        Vector[] xs = [.. Enumerable.Range(0, of.Lengths[b]).Select(t => Row(of.X, t, b, of.X.Shape[2]))];
        for (int layer = 0; layer < of.Layer.LayerCount; layer++)
        {
            for (int d = 0; d < directions; d++)
            {
                int i = layer * directions + d;
                runs[i, b] = cells[i].Run(
                    InReadingOrder(d, xs), of.Initial is null ? null : StateOf(of.Initial, i, b));
            }

            xs = OutputsOf(layer, b);
        }
    }

    // The outputs of a layer in the order of time, the directions side by side.
    private Vector[] OutputsOf(int layer, int b)
    {
        Vector[][] each =
        [
            .. Enumerable.Range(0, directions)
                .Select(d => InReadingOrder(d, runs[layer * directions + d, b].Outputs)),
        ];
        return [.. Enumerable.Range(0, of.Lengths[b]).Select(
            t => Vector.Build.DenseOfEnumerable(each.SelectMany(outputs => outputs[t])))];
    }

    private bool HasKink(int b)
    {
        bool found = false;
        for (int i = 0; i < cells.Length; i++)
        {
            Vector[] net = InReadingOrder(i % directions, runs[i, b]["a"]);
            double largest = net.Max(a => a.AbsoluteMaximum());
            for (int t = 0; t < net.Length; t++)
            {
                ReadOnlySpan<float> h = of.LayerOutputs[i / directions].At(t, b)[(i % directions * net[t].Count)..];
                for (int unit = 0; unit < net[t].Count; unit++)
                {
                    if (h[unit] > 0 == net[t][unit] > 0)
                        continue;
                    Assert.InRange(Math.Abs(net[t][unit]), 0, 1e-4 * largest);
                    found = true;
                }
            }
        }

        return found;
    }

    private static Vector[] InReadingOrder(int direction, IEnumerable<Vector> sequence) =>
        direction == 0 ? [.. sequence] : [.. sequence.Reverse()];

    private static State StateOf(RecurrentState state, int i, int b)
    {
        Vector Part(Tensor tensor) => Vector.Build.Dense(
            Array.ConvertAll(tensor.At(i, b).ToArray(), value => (double)value));
        return state.Cell is null ? new State(Part(state.Hidden)) : new State(Part(state.Hidden), Part(state.Cell));
    }

    private static Vector Row(Tensor? tensor, int t, int b, int size) => tensor is null
        ? Vector.Build.Dense(size)
        : Vector.Build.Dense(Array.ConvertAll(tensor.At(t, b).ToArray(), value => (double)value));

    // Into [time, batch, feature].
    private void Put(double[] tensor, Vector[] sequence, int b)
    {
        for (int t = 0; t < sequence.Length; t++)
            sequence[t].AsArray().CopyTo(tensor, (t * of.X.Shape[1] + b) * sequence[t].Count);
    }

    // Into [layers · directions, batch, unit].
    private void PutState(
        Dictionary<string, double[]> results, string suffix, State state, int i, int b, bool gradient)
    {
        foreach ((Vector part, string letter) in state.Zip(["h", "c"]))
        {
            string name = (gradient ? "d" : "") + letter + suffix;
            if (!results.TryGetValue(name, out double[]? tensor))
                results[name] = tensor = new double[cells.Length * of.X.Shape[1] * part.Count];
            part.AsArray().CopyTo(tensor, (i * of.X.Shape[1] + b) * part.Count);
        }
    }

    // A layer has two biases where a cell has one, and both have its gradient.
    private static void PutParameters(Dictionary<string, double[]> results, ICell gradients, string suffix)
    {
        IReadOnlyList<CellGate> gates = CellGate.Of(gradients);
        void Put(string name, Func<CellGate, IEnumerable<double>> rows) =>
            results[$"d{name}{suffix}"] = [.. gates.SelectMany(rows)];

        Put("weight_ih", gate => gate.W.ToRowMajorArray());
        Put("weight_hh", gate => gate.U.ToRowMajorArray());
        Put("bias_ih", gate => gate.b);
        Put("bias_hh", gate => gate.b_h ?? gate.b);
        if (gates.Any(gate => gate.p is not null))
            Put("weight_peephole", gate => gate.p ?? Enumerable.Empty<double>());
    }
}
