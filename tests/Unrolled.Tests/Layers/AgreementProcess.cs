namespace Unrolled.Tests.Layers;

/// <summary>
/// Holds the layers against the equations on vectors of a width, and saves what a model of every kind computes; see
/// <see cref="TestProcess"/>.
/// </summary>
internal static class AgreementProcess
{
    private const int Seeds = 10;

    internal static int Run(string result, int lanes)
    {
        if (!Vectors.AreOf(lanes))
            return Vectors.Unexpected;
        foreach (string kind in LayerDraw.Kinds.Keys)
        {
            for (int seed = 0; seed < Seeds; seed++)
                AgreementWithEquationsTests.AssertAgreement(kind, seed);
        }

        new SafetensorsFile(Computed()).Save(result);
        return 0;
    }

    /// <summary>Outputs and all gradients, in sizes that fill neither tiles nor lanes.</summary>
    internal static IEnumerable<NamedTensor> Computed()
    {
        foreach (string kind in LayerDraw.Kinds.Keys)
        {
            LayerDraw draw = new(7);
            RecurrentLayer layer = draw.Layer(kind, 5, 37, layers: 2, bidirectional: true, bound: .15f);
            RecurrentPass pass = layer.Forward(draw.Tensor(23, 19, 5));
            RecurrentGradient gradient = layer.Backward(pass, draw.Tensor(23, 19, 74));
            yield return pass.Output.Named($"{kind}: y");
            yield return gradient.Input.Named($"{kind}: dx");
            foreach (NamedTensor one in layer.Parameters.GradientsToTensors($"{kind}: d"))
                yield return one;
        }
    }
}
