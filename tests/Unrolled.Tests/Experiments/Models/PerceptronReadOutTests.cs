using Unrolled.Experiments.Models;

namespace Unrolled.Tests.Experiments.Models;

public sealed class PerceptronReadOutTests
{
    [Fact]
    public void Every_gradient_agrees_with_central_differences_of_the_loss()
    {
        Xoshiro256 random = new(1);
        Rnn layer = new(1, 4, random, bidirectional: true);
        PerceptronReadOut model = new(layer, units: 3, outputSize: 2, random);
        SequenceBatch batch = SequenceBatch.Of(new PastXorFutureTask(8).Draw(4, random), OutputAt.EveryStep);
        double Loss() => batch.Targets.Loss(model.Output(batch)).Value;

        Assert.Equal(Loss(), model.Learn(batch, random), 1e-6);

        const float step = 1e-2f;
        Assert.All(model.Parameters, parameter => Assert.All(Enumerable.Range(0, parameter.Value.Count), i =>
        {
            float at = parameter.Value.Values[i];
            parameter.Value.Values[i] = at + step;
            double above = Loss();
            parameter.Value.Values[i] = at - step;
            double below = Loss();
            parameter.Value.Values[i] = at;
            Assert.Equal((above - below) / (2 * step), parameter.Gradient.Values[i], 1e-4);
        }));
    }
}
