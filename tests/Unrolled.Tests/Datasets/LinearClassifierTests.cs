namespace Unrolled.Tests.Datasets;

public sealed class LinearClassifierTests
{
    private static readonly double[][] Points = [[0, 0], [1, 0], [0, 1], [1, 2], [2, 1], [-1, 1], [2, 2], [0, -1]];
    private static readonly int[] Labels = [0, 1, 2, 2, 1, 0, 2, 0];

    [Fact]
    public void The_parameters_are_the_best_ones_because_the_gradient_vanishes_there()
    {
        const double decay = .01;
        LinearClassifier fitted = LinearClassifier.Fit(Points, Labels, 3, decay);

        // The biases are not decayed: the mean probability of each class is its share (the gradient by b).
        double[][] p = [.. Points.Select(fitted.Probabilities)];
        for (int k = 0; k < 3; k++)
            Assert.Equal(Labels.Count(label => label == k) / 8.0, p.Average(row => row[k]), 4);

        // The gradient by w_k is Σ (p_k − [label = k]) x / n + decay · w_k; the w are log odds read off two points.
        double[] origin = fitted.Probabilities([0.0, 0]);
        for (int f = 0; f < 2; f++)
        {
            double[] unit = fitted.Probabilities([f == 0 ? 1.0 : 0, f == 1 ? 1.0 : 0]);
            double[] w = [.. unit.Zip(origin, (one, zero) => Math.Log(one) - Math.Log(zero))];
            double mean = w.Average(); // with decay the weights of all classes sum to 0
            for (int k = 0; k < 3; k++)
            {
                double slope = Points.Select((x, i) => (p[i][k] - (Labels[i] == k ? 1 : 0)) * x[f]).Average();
                Assert.Equal(0, slope + decay * (w[k] - mean), 4);
            }
        }
    }

    [Fact]
    public void One_feature_and_two_classes_are_as_worked_by_hand()
    {
        // By symmetry w₁ = −w₀ = w and b = 0: the loss is ln(1 + e^(−2w)) + decay · w², its slope −2σ(−2w) + 2 decay w.
        LinearClassifier fitted = LinearClassifier.Fit([[-1], [1]], [0, 1], 2, decay: .1);
        double[] p = fitted.Probabilities([1.0]);
        double w = Math.Log(p[1] / p[0]) / 2;

        Assert.Equal(1 / (1 + Math.Exp(2 * w)), .1 * w, 5);
        Assert.Equal((2, 1, 4), (fitted.Classes, fitted.Features, fitted.ParameterCount));
        Assert.Equal(1, fitted.Accuracy([[-1], [1]], [0, 1]));
    }

    [Fact]
    public void Digits_are_read_from_all_their_pixels()
    {
        HandwrittenDigit[] digits = [.. Digits.Load()];
        double[][] pixels = [.. digits.Select(digit => digit.Pixels.Select(pixel => pixel / 16.0).ToArray())];
        int[] labels = [.. digits.Select(digit => digit.Label)];

        LinearClassifier fitted = LinearClassifier.Fit(pixels[..400], labels[..400], 10, decay: .01);

        Assert.InRange(fitted.Accuracy(pixels[1000..], labels[1000..]), .85, .95);
        Assert.Equal(650, fitted.ParameterCount);
    }

    [Fact]
    public void Examples_that_do_not_fit_are_refused_with_their_place()
    {
        Assert.StartsWith("There are 1 inputs and 2 labels", Error(() => LinearClassifier.Fit([[1]], [0, 1], 2, 1)));
        Assert.StartsWith(
            "inputs[1] has 2 features; expected 1", Error(() => LinearClassifier.Fit([[1], [1, 2]], [0, 1], 2, 1)));
        Assert.StartsWith("inputs[0][1] is NaN", Error(() => LinearClassifier.Fit([[1, double.NaN]], [0], 2, 1)));
        Assert.StartsWith("labels[0] is 2; expected 0 to 1", Error(() => LinearClassifier.Fit([[1]], [2], 2, 1)));
        Assert.StartsWith(
            "decay is 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => LinearClassifier.Fit([[1]], [0], 2, 0)).Message);
        LinearClassifier fitted = LinearClassifier.Fit(Points, Labels, 3, .1);
        Assert.StartsWith("x has 3 features; expected 2.", Error(() => fitted.Answer([1, 2, 3])));
    }

    private static string Error(Func<object> act) => Assert.Throws<ArgumentException>(act).Message;
}
