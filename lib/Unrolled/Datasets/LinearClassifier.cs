using MathNet.Numerics.Optimization;

namespace Unrolled;

/// <summary>
/// Multinomial logistic regression, the baseline to beat wherever an example can be written as one vector: no hidden
/// unit, and one set of parameters that is best.
/// <code>
/// p(k | x) = e^{w_k \cdot x + b_k} / \sum_j e^{w_j \cdot x + b_j}
/// </code>
/// The parameters make the mean of −ln p(label) plus decay/2 · Σw² least (L-BFGS; Bishop 2006, Pattern Recognition and
/// Machine Learning, section 4.3.4).
/// </summary>
public sealed class LinearClassifier
{
    private const double GradientTolerance = 1e-5;
    private const int MostIterations = 2000;

    // [class][feature], the bias last.
    private readonly double[][] weights;

    private LinearClassifier(double[][] weights) => this.weights = weights;

    /// <summary>The number of classes.</summary>
    public int Classes => weights.Length;

    /// <summary>The number of features of an example.</summary>
    public int Features => weights[0].Length - 1;

    /// <summary>The number of parameters, biases included.</summary>
    public int ParameterCount => Classes * (Features + 1);

    /// <summary>Fits the parameters.</summary>
    /// <param name="inputs">The examples [n][feature], at least one, equally long.</param>
    /// <param name="labels">The class of each, from 0.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="decay">
    /// The factor of the squared weights, more than 0: without it there may be no best ones.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no example, the lists or examples differ in length, a label is no class, or a value is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are fewer than 2 classes, or the decay is not more than 0.
    /// </exception>
    public static LinearClassifier Fit(
        IReadOnlyList<double[]> inputs, IReadOnlyList<int> labels, int classes, double decay)
    {
        Check(inputs, labels, classes);
        if (!(decay > 0) || !double.IsFinite(decay))
        {
            throw new ArgumentOutOfRangeException(
                nameof(decay), decay, FormattableString.Invariant($"decay is {decay}; expected more than 0."));
        }

        int features = inputs[0].Length;
        IObjectiveFunction loss = ObjectiveFunction.Gradient(
            flat => Loss(inputs, labels, Shaped(flat, classes, features), decay));
        var search = new LimitedMemoryBfgsMinimizer(GradientTolerance, 1e-12, 1e-14, memory: 10, MostIterations);
        MinimizationResult found = search.FindMinimum(loss, Vector.Build.Dense(classes * (features + 1)));
        return new LinearClassifier(Shaped(found.MinimizingPoint, classes, features));
    }

    /// <summary>p(k | x) of every class.</summary>
    /// <param name="x">An example, [feature].</param>
    /// <exception cref="ArgumentException">It has another number of features.</exception>
    public double[] Probabilities(IReadOnlyList<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Count != Features)
            throw new ArgumentException($"x has {x.Count} features; expected {Features}.", nameof(x));
        return Probabilities(weights, x);
    }

    /// <summary>The most probable class.</summary>
    /// <inheritdoc cref="Probabilities(IReadOnlyList{double})"/>
    public int Answer(IReadOnlyList<double> x)
    {
        double[] p = Probabilities(x);
        return Array.IndexOf(p, p.Max());
    }

    /// <summary>The share of examples whose most probable class is right.</summary>
    /// <param name="inputs">The examples [n][feature], at least one.</param>
    /// <param name="labels">The class of each.</param>
    /// <exception cref="ArgumentException">
    /// There is no example, the lists differ in length, or an example has another number of features.
    /// </exception>
    public double Accuracy(IReadOnlyList<double[]> inputs, IReadOnlyList<int> labels)
    {
        RequireSame(inputs, labels);
        return inputs.Zip(labels).Count(pair => Answer(pair.First) == pair.Second) / (double)labels.Count;
    }

    private static (double Loss, Vector Gradient) Loss(
        IReadOnlyList<double[]> inputs, IReadOnlyList<int> labels, double[][] weights, double decay)
    {
        int features = inputs[0].Length;
        double loss = 0;
        double[][] gradient = [.. weights.Select(row => new double[row.Length])];
        for (int i = 0; i < inputs.Count; i++)
        {
            double[] p = Probabilities(weights, inputs[i]);
            loss -= Math.Log(Math.Max(p[labels[i]], double.Epsilon)) / inputs.Count;
            for (int k = 0; k < p.Length; k++)
            {
                double slope = (p[k] - (k == labels[i] ? 1 : 0)) / inputs.Count;
                for (int f = 0; f < features; f++)
                    gradient[k][f] += slope * inputs[i][f];
                gradient[k][features] += slope;
            }
        }

        for (int k = 0; k < weights.Length; k++)
        {
            for (int f = 0; f < features; f++)
            {
                loss += decay / 2 * weights[k][f] * weights[k][f];
                gradient[k][f] += decay * weights[k][f];
            }
        }

        return (loss, Vector.Build.DenseOfEnumerable(gradient.SelectMany(row => row)));
    }

    private static double[] Probabilities(double[][] weights, IReadOnlyList<double> x)
    {
        double[] logits = [.. weights.Select(row =>
        {
            double sum = row[^1];
            for (int f = 0; f < x.Count; f++)
                sum += row[f] * x[f];
            return sum;
        })];
        double largest = logits.Max();
        double[] exponentials = [.. logits.Select(logit => Math.Exp(logit - largest))];
        double total = exponentials.Sum();
        return [.. exponentials.Select(exponential => exponential / total)];
    }

    private static double[][] Shaped(Vector flat, int classes, int features) =>
        [.. Enumerable.Range(0, classes).Select(
            k => flat.SubVector(k * (features + 1), features + 1).ToArray())];

    private static void Check(IReadOnlyList<double[]> inputs, IReadOnlyList<int> labels, int classes)
    {
        RequireSame(inputs, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Length != inputs[0].Length)
            {
                throw new ArgumentException(
                    $"inputs[{i}] has {inputs[i].Length} features; expected {inputs[0].Length}, as the first has.",
                    nameof(inputs));
            }

            int wrong = Array.FindIndex(inputs[i], value => !double.IsFinite(value));
            if (wrong >= 0)
            {
                throw new ArgumentException(
                    $"inputs[{i}][{wrong}] is {inputs[i][wrong]}; expected a finite number.", nameof(inputs));
            }

            if (labels[i] < 0 || labels[i] >= classes)
            {
                throw new ArgumentException(
                    $"labels[{i}] is {labels[i]}; expected 0 to {classes - 1}.", nameof(labels));
            }
        }
    }

    private static void RequireSame(IReadOnlyList<double[]> inputs, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        if (inputs.Count != labels.Count || inputs.Count == 0)
        {
            throw new ArgumentException(
                $"There are {inputs.Count} inputs and {labels.Count} labels; expected as many, at least one.",
                nameof(labels));
        }
    }
}
