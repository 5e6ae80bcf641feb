using Unrolled.Equations;
using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;
using Unrolled.ReferenceCases;

namespace Unrolled.Tests.Equations.Reference;

/// <summary>What torch.nn lacks, as TorchSharp computed it from tensor operations with automatic gradients.</summary>
public class VariantCaseTests
{
    public static TheoryData<string> Variants => Recorded.NamesOf<VariantCase>();

    [Theory]
    [MemberData(nameof(Variants))]
    public void Outputs_states_and_gradients_of_a_variant_are_TorchSharps(string name)
    {
        var recorded = Recorded.Case<VariantCase>(name);
        var tensors = recorded.Tensors;
        var cell = MakeCell(recorded);
        foreach (var parameter in cell.Parameters)
            Fill(parameter, tensors[parameter.Name].ToDoubles());
        string[] states = cell.StateSizes.Count == 2 ? ["h", "c"] : ["h"];

        var sum = cell.ZerosLike().Parameters;
        var y = new BatchTensor(recorded.SeqLen, recorded.Batch, cell.OutputSize);
        var gradX = new BatchTensor(recorded.SeqLen, recorded.Batch, cell.InputSize);
        BatchTensor[] NewStates() => [.. cell.StateSizes.Select(size => new BatchTensor(1, recorded.Batch, size))];
        var (finals, initialGradients) = (NewStates(), NewStates());
        for (int b = 0; b < recorded.Batch; b++)
        {
            var initial = new State([.. states.Select((state, i) =>
                MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(
                    tensors[$"{state}0"].ToDoubles().AsSpan(b * cell.StateSizes[i], cell.StateSizes[i]).ToArray()))]);
            var run = cell.Run(tensors["x"].Sequence(b, recorded.SeqLen), initial);
            var gradient = BackpropagationThroughTime.Gradient(
                cell, run, tensors["upstream.y"].Sequence(b, recorded.SeqLen));

            for (int t = 0; t < run.Count; t++)
            {
                y.Set(t, b, run.Outputs[t]);
                gradX.Set(t, b, gradient.OfInputs[t]);
            }

            for (int i = 0; i < states.Length; i++)
            {
                finals[i].Set(0, b, run.Final[i]);
                initialGradients[i].Set(0, b, gradient.OfInitialState[i]);
            }

            sum.Accumulate(gradient.OfParameters.Parameters);
        }

        var found = new Dictionary<string, double[]> { ["y"] = y.Values, ["grad.x"] = gradX.Values };
        for (int i = 0; i < states.Length; i++)
        {
            found[$"{states[i]}_n"] = finals[i].Values;
            found[$"grad.{states[i]}0"] = initialGradients[i].Values;
        }

        foreach (var parameter in sum)
            found[$"grad.{parameter.Name}"] = RowMajor(parameter);
        Recorded.AssertNear(tensors, found, tolerance: 1e-10);
        Assert.Equal(tensors.ResultNames().Order(), found.Keys.Order());
    }

    private static ICell MakeCell(VariantCase recorded)
    {
        (int inputs, int hidden) = (recorded.InputSize, recorded.HiddenSize);
        return recorded.Kind switch
        {
            VariantKind.Elman => new ElmanNetwork(inputs, hidden, recorded.Tensors["b_y"].Count),
            VariantKind.Jordan => new JordanNetwork(inputs, hidden, recorded.Tensors["b_y"].Count),
            VariantKind.LstmNoForget => new Lstm1997(inputs, hidden),
            VariantKind.LstmPeephole => new PeepholeLstm(inputs, hidden),
            _ => new Gru(inputs, hidden, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate),
        };
    }

    private static void Fill(Parameter parameter, double[] rowMajor)
    {
        Assert.Equal(parameter.Values.Length, rowMajor.Length);
        for (int i = 0; i < rowMajor.Length; i++)
            parameter[i / parameter.Columns, i % parameter.Columns] = rowMajor[i];
    }

    private static double[] RowMajor(Parameter parameter) =>
        [.. Enumerable.Range(0, parameter.Values.Length)
            .Select(i => parameter[i / parameter.Columns, i % parameter.Columns])];
}
