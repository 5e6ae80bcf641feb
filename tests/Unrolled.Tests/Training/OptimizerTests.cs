using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class OptimizerTests
{
    [Theory]
    [InlineData("momentum")]
    [InlineData("rmsprop")]
    [InlineData("adam")]
    public void Every_step_of_a_layer_is_that_of_a_cell(string name)
    {
        Optimizer Create() => name switch
        {
            "momentum" => new Sgd(.05, .9),
            "rmsprop" => new RmsProp(.01, .99, 1e-8),
            _ => new Adam(.01),
        };
        (Optimizer own, Optimizer equations) = (Create(), Create());
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

    [Fact]
    public void One_optimizer_on_two_models_steps_as_one_of_its_own_for_each()
    {
        LayerDraw draw = new(3);
        Parameter[] shared = [new("w", 4), new("w", 4)], own = [new("w", 4), new("w", 4)];
        Vector theta = Vector.Build.Dense(4), gradient = Vector.Build.Dense(4, 1), alone = Vector.Build.Dense(4);
        Adam one = new(.1), ofCell = new(.1);
        Adam[] each = [new(.1), new(.1)];

        for (int step = 0; step < 6; step++)
        {
            // The second model is stepped at every third step only.
            foreach (int model in step % 3 == 0 ? new[] { 0, 1 } : [0])
            {
                draw.Tensor(4).Values.CopyTo(shared[model].Gradient.Values, 0);
                shared[model].Gradient.Values.CopyTo(own[model].Gradient.Values, 0);
                one.Step(new ParameterList(shared[model]));
                each[model].Step(new ParameterList(own[model]));
            }

            one.Step(new ParameterSet { theta }, new ParameterSet { { gradient, "theta" } });
            ofCell.Step(new ParameterSet { { alone, "theta" } }, new ParameterSet { { gradient, "theta" } });
        }

        Assert.Equal(own[0].Value.Values, shared[0].Value.Values);
        Assert.Equal(own[1].Value.Values, shared[1].Value.Values);
        Assert.Equal(alone, theta);
    }

    [Fact]
    public void A_memory_follows_the_parameter_and_not_its_name()
    {
        Parameter parameter = new("w", 1), same = new("w", 1);
        Sgd renamed = new(1, .5), sgd = new(1, .5);
        parameter.Gradient.Values[0] = same.Gradient.Values[0] = 1;

        renamed.Step(new ParameterList(parameter));
        renamed.Step(new ParameterList(parameter).Under("head."));
        sgd.Step(new ParameterList(same));
        sgd.Step(new ParameterList(same));

        Assert.Equal(-2.5f, same.Value.Values[0]);
        Assert.Equal(same.Value.Values, parameter.Value.Values);
    }

    [Fact]
    public void Settings_outside_their_range_are_refused_by_name()
    {
        void Refused(string message, Action wrong) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(wrong).Message);

        Refused("LearningRate is -0.1; expected a finite number of at least 0.", () => new Sgd(-.1));
        Refused("LearningRate is NaN", () => new Adam(double.NaN));
        Refused("LearningRate is Infinity", () => new Sgd(.1) { LearningRate = double.PositiveInfinity });
        Refused("momentum is 1; expected at least 0 and less than 1.", () => new Sgd(.1, 1));
        Refused("alpha is -1", () => new RmsProp(.1, alpha: -1));
        Refused("beta1 is 1", () => new Adam(.1, beta1: 1));
        Refused("beta2 is -0.5", () => new Adam(.1, beta2: -.5));
        Refused("epsilon is -1", () => new Adam(.1, epsilon: -1));
        Refused("weightDecay is -1", () => new AdamW(.1, weightDecay: -1));
    }
}
