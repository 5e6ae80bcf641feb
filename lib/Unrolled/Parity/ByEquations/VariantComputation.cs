namespace Unrolled;

/// <summary>
/// A network that torch.nn does not have, computed sequence by sequence; its parameters have the equations' names.
/// </summary>
internal static class VariantComputation
{
    internal static Computation Of(VariantCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfEquations);
        ICell cell = Create(recorded);
        foreach (ParameterView parameter in cell.Parameters)
            parameter.Fill(computation.Take(
                parameter.Name, parameter.IsVector ? [parameter.Rows] : [parameter.Rows, parameter.Columns]));
        Compute(recorded, cell, computation);
        return computation;
    }

    private static ICell Create(VariantCase recorded)
    {
        (int inputs, int hidden) = (recorded.InputSize, recorded.HiddenSize);
        return recorded.Kind switch
        {
            VariantKind.Elman => ElmanNetwork.Zeros(inputs, hidden, recorded.Tensors["b_y"].Count),
            VariantKind.Jordan => JordanNetwork.Zeros(inputs, hidden, recorded.Tensors["b_y"].Count),
            VariantKind.LstmNoForget => Lstm1997Cell.Zeros(inputs, hidden),
            VariantKind.LstmPeephole => PeepholeLstmCell.Zeros(inputs, hidden),
            VariantKind.GruResetBefore =>
                GruCell.Zeros(inputs, hidden, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate),
            _ => throw new NotSupportedException($"The variant {recorded.Kind} cannot be computed."),
        };
    }

    private static void Compute(VariantCase recorded, ICell cell, Computation computation)
    {
        (int time, int batch) = (recorded.SeqLen, recorded.Batch);
        (string Name, int Size)[] parts = [.. cell.StateSizes.Select((size, part) => (part == 0 ? "h" : "c", size))];
        BatchTensor x = new(computation.Take("x", time, batch, cell.InputSize));
        BatchTensor upstream = new(computation.Take("upstream.y", time, batch, cell.OutputSize));
        BatchTensor[] initial =
            [.. parts.Select(part => new BatchTensor(computation.Take($"{part.Name}0", batch, part.Size)))];

        BatchTensor y = new(time, batch, cell.OutputSize);
        BatchTensor dx = new(time, batch, cell.InputSize);
        BatchTensor[] final = [.. parts.Select(part => new BatchTensor(1, batch, part.Size))];
        BatchTensor[] dInitial = [.. parts.Select(part => new BatchTensor(1, batch, part.Size))];
        ParameterSet sums = cell.ZerosLike().Parameters;
        for (int b = 0; b < batch; b++)
        {
            CellTrace run = cell.Run(x.Sequence(b, time), new State([.. initial.Select(part => part[0, b])]));
            CellGradient gradient = BackpropagationThroughTime.Gradient(cell, run, upstream.Sequence(b, time));
            y.SetSequence(b, run.Outputs);
            dx.SetSequence(b, gradient.OfInputs);
            for (int part = 0; part < parts.Length; part++)
            {
                final[part][0, b] = run.Final[part];
                dInitial[part][0, b] = gradient.OfInitialState[part];
            }

            sums.Accumulate(gradient.OfParameters.Parameters);
        }

        computation.Compute(y.Named("y", time, batch, cell.OutputSize));
        computation.ComputeGradient(dx.Named("grad.x", time, batch, cell.InputSize));
        for (int part = 0; part < parts.Length; part++)
        {
            computation.Compute(final[part].Named($"{parts[part].Name}_n", batch, parts[part].Size));
            computation.ComputeGradient(dInitial[part].Named($"grad.{parts[part].Name}0", batch, parts[part].Size));
        }

        foreach (ParameterView sum in sums)
            computation.ComputeGradient(sum.ToTensor("grad."));
    }
}
