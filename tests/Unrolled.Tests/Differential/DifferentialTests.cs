using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Differential;

/// <summary>
/// The layers, in single precision, against the same models in double precision: configurations of all kinds, drawn
/// from seeds, with every output, state and gradient. A failure names the seed, which repeats its case alone.
/// </summary>
public sealed class DifferentialTests
{
    // Three times the worst relative error of 602 configurations, of outputs and states and of gradients.
    private static readonly Dictionary<string, (double Outputs, double Gradients)> Bounds = new()
    {
        ["rnn"] = (3e-3, 6e-3),
        ["relu"] = (3e-6, 3e-5),
        ["lstm"] = (5e-5, 2e-5),
        ["lstm without forget gate"] = (3e-4, 4e-4),
        ["lstm with peepholes"] = (2e-4, 2e-4),
        ["gru"] = (2e-5, 2e-4),
        ["gru, reset before"] = (3e-5, 3e-5),
    };

    // With weights of 4/√H an RNN can be chaotic, so that its rounding grows from step to step, as torch's does.
    private const double TimesTorchItself = 10;

    private const double PairBound = 1e-5;

    // The error of most tensors is that of rounding alone, so that a small systematic one is seen too.
    private const double MedianBound = 1e-6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6 * LayerDraw.Kinds.Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_layer_computes_what_the_equations_say(int seed)
    {
        LayerCase one = new(Configuration.Draw(seed, work: 4_000_000));
        EquationsReference equations = new(one);
        foreach (int sequence in equations.SequencesWithKinks())
            one.LeaveOut(sequence);

        AssertNear(one, equations.Results());
    }

    [NightlyFact(ExternalTool.Torch)]
    public void Hundreds_of_layers_compute_what_torch_computes()
    {
        List<LayerCase> cases = [];
        int sequences = 0, leftOut = 0;
        for (int seed = 10_000; seed < 10_350; seed++)
        {
            LayerCase one = new(Configuration.Draw(seed, work: 100_000_000));
            if (one.Layer is Rnn { Activation: Activation.Relu })
            {
                int[] kinks = [.. new EquationsReference(one).SequencesWithKinks()];
                (sequences, leftOut) = (sequences + one.Lengths.Length, leftOut + kinks.Length);
                foreach (int sequence in kinks)
                    one.LeaveOut(sequence);
            }

            cases.Add(one);
        }

        List<double> errors = [];
        foreach ((LayerCase one, var torch) in cases.Zip(TorchReference.Results(cases.Select(one => one.ToFile()))))
            errors.AddRange(AssertNear(one, torch.Double, torch.Single));

        Assert.InRange(leftOut, 0, .05 * sequences);
        Assert.InRange(Summary.Of(errors).Median, 0, MedianBound);
    }

    [NightlyFact(ExternalTool.Torch)]
    public void Pairs_of_networks_with_and_without_a_look_back_compute_what_torch_computes()
    {
        PairCase[] cases = [.. Enumerable.Range(20_000, 180).Select(seed => new PairCase(seed))];

        foreach ((PairCase one, var torch) in cases.Zip(TorchReference.Results(cases.Select(one => one.ToFile()))))
        {
            Dictionary<string, double[]> found = one.Results();
            Assert.Equal(torch.Double.Keys.Order(), found.Keys.Order());
            foreach ((string name, double[] values) in found)
            {
                double error = RelativeError.Of(values, torch.Double[name]);
                double bound = Math.Max(
                    PairBound, TimesTorchItself * RelativeError.Of(torch.Single[name], torch.Double[name]));
                Assert.True(error <= bound, $"{name}: relative error {error:E1}, more than {bound:E1}, of {one}");
            }
        }
    }

    // As near as the bound says, or as another implementation in single precision is.
    private static List<double> AssertNear(
        LayerCase one, Dictionary<string, double[]> expected, Dictionary<string, double[]>? single = null)
    {
        Dictionary<string, double[]> found = one.Results();
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        List<double> errors = [];
        foreach ((string name, double[] values) in found)
        {
            double error = RelativeError.Of(values, expected[name]);
            (double outputs, double gradients) = Bounds[one.Configuration.Kind];
            double bound = name.StartsWith('d') ? gradients : outputs;
            if (single is not null)
                bound = Math.Max(bound, TimesTorchItself * RelativeError.Of(single[name], expected[name]));
            Assert.True(
                error <= bound, $"{name}: relative error {error:E1}, more than {bound:E1}, of {one.Configuration}");
            errors.Add(error);
        }

        return errors;
    }
}
