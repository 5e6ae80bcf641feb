using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class OptimizerTests
{
    [Theory]
    [InlineData("momentum")]
    [InlineData("rmsprop")]
    [InlineData("adam")]
    public void Every_step_is_that_of_the_equations_optimiser(string name)
    {
        (Optimizer own, IOptimizer equations) = name switch
        {
            "momentum" => ((Optimizer)new Sgd(.05, .9), (IOptimizer)new Momentum(.05, .9)),
            "rmsprop" => (new RmsProp(.01), new CellRmsProp(.01, .99, 1e-8)),
            _ => (new Adam(.01), new CellAdam(.01)),
        };
        LayerDraw draw = new(2);
        Parameter parameter = new("w", 5);
        var (values, gradients) = (Vector.Build.Dense(5), Vector.Build.Dense(5));
        ParameterSet valueSet = [], gradientSet = [];
        valueSet.Add(values, "w");
        gradientSet.Add(gradients, "w");

        for (int step = 0; step < 50; step++)
        {
            draw.Tensor(5).Values.CopyTo(parameter.Gradient.Values, 0);
            for (int i = 0; i < 5; i++)
                gradients[i] = parameter.Gradient.Values[i];
            own.Step(new ParameterList(parameter));
            equations.Step(valueSet, gradientSet);
            for (int i = 0; i < 5; i++)
                Assert.Equal(values[i], parameter.Value.Values[i], 1e-5);
        }
    }

    [Fact]
    public void AdamW_lets_the_weights_decay_beside_the_gradient()
    {
        Parameter parameter = new("w", 1);
        parameter.Value.Values[0] = 2;
        parameter.Gradient.Values[0] = 5;

        new AdamW(.1, weightDecay: .5).Step(new ParameterList(parameter));

        // Adam's first step is η long whatever the gradient; the decay takes η λ θ.
        Assert.Equal(2 - .1 * .5 * 2 - .1, parameter.Value.Values[0], 1e-6);
    }

    [Fact]
    public void Without_momentum_a_step_is_the_gradient_times_the_learning_rate()
    {
        Parameter parameter = new("w", 2);
        new float[] { 4, -8 }.CopyTo(parameter.Gradient.Values, 0);
        Sgd sgd = new(.5);

        sgd.Step(new ParameterList(parameter));
        sgd.LearningRate = .25;
        sgd.Step(new ParameterList(parameter));

        Assert.Equal([-3, 6], parameter.Value.Values);
        Assert.Equal(2, sgd.StepCount);
    }
}
