using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The error in the backward pass of the unrolled network of one hidden unit: forward values in the nodes, and on the
/// arrows what comes back to each hidden state from its own output and from the step after it.
/// <code>
/// BackwardDiagram.Over([new(x[0], h1, y1, d[0], loss1, v * (y1 - d[0]), u * δ2, δ1), …])
/// </code>
/// </summary>
public sealed class BackwardDiagram : Drawing
{
    private const int MostSteps = 8;

    private readonly BackwardModel model;

    /// <summary>The diagram with the backward pass after some of its steps.</summary>
    /// <param name="steps">The steps t = 1, 2, … of a run, at most 8.</param>
    /// <param name="back">
    /// The number of steps that the backward pass has done, the last step first; null for all of them.
    /// </param>
    /// <param name="initial">h₀, the hidden state before the first step.</param>
    /// <param name="inputWeights">The name of the weight of the input.</param>
    /// <param name="recurrentWeights">The name of the weight of the step before.</param>
    /// <param name="outputWeights">The name of the weight of the output.</param>
    /// <param name="title">The title; null for none.</param>
    /// <exception cref="ArgumentException">There are no steps, or more than 8, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">back is below 0 or above the number of steps.</exception>
    public BackwardDiagram(
        IEnumerable<BackwardStep> steps, int? back = null, double initial = 0, string inputWeights = "W",
        string recurrentWeights = "U", string outputWeights = "V", string? title = null)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ImmutableArray<BackwardStep> all = [.. steps];
        if (all.Length is < 1 or > MostSteps)
            throw new ArgumentException(
                $"There are {all.Length} steps; expected 1 to {MostSteps}, for which there is room.", nameof(steps));
        foreach ((int index, BackwardStep step) in all.Index())
            if (step is null || !step.Numbers.All(double.IsFinite))
                throw new ArgumentException($"Step {index + 1} has a number that is not finite.", nameof(steps));
        if (!double.IsFinite(initial))
            throw new ArgumentException($"The state before the first step is {initial}.", nameof(initial));
        if (back is < 0 || back > all.Length)
            throw new ArgumentOutOfRangeException(
                nameof(back), back, $"back is {back}; expected 0 to {all.Length}, the number of steps.");
        model = new BackwardModel(
            title, all, back ?? all.Length, initial, (inputWeights, recurrentWeights, outputWeights));
    }

    /// <summary>
    /// The diagram with a slider over the steps of the backward pass, from 0, the forward pass alone, to all of them.
    /// </summary>
    /// <param name="steps">The steps t = 1, 2, … of a run, at most 8.</param>
    /// <param name="initial">h₀, the hidden state before the first step.</param>
    /// <param name="inputWeights">The name of the weight of the input.</param>
    /// <param name="recurrentWeights">The name of the weight of the step before.</param>
    /// <param name="outputWeights">The name of the weight of the output.</param>
    /// <param name="title">The title; null for none.</param>
    /// <returns>The drawing.</returns>
    /// <exception cref="ArgumentException">There are no steps, or more than 8, or a number is not finite.</exception>
    public static ParameterSlider Over(
        IReadOnlyList<BackwardStep> steps, double initial = 0, string inputWeights = "W",
        string recurrentWeights = "U", string outputWeights = "V",
        string? title = "The error goes back through the unrolled network")
    {
        ArgumentNullException.ThrowIfNull(steps);
        return ParameterSlider.Over(
            "steps gone back", [.. Enumerable.Range(0, steps.Count + 1)],
            back => new BackwardDiagram(
                steps, back, initial, inputWeights, recurrentWeights, outputWeights),
            start: 1, title: title);
    }

    private protected override string Text() => BackwardText.Of(model);

    private protected override DrawingParts Drawn()
    {
        var plan = new BackwardPlan(model);
        return new DrawingParts(
            plan.Width, plan.Height, model.Title ?? "The error goes back", BackwardText.Describe(model),
            BackwardData.Of(model), (svg, _) => plan.Draw(svg));
    }
}

/// <summary>One step of a network of one hidden unit, forwards and backwards.</summary>
/// <param name="x">The input.</param>
/// <param name="h">The hidden state.</param>
/// <param name="y">The output.</param>
/// <param name="Target">The target.</param>
/// <param name="Loss">The loss of the step.</param>
/// <param name="FromOutput">What comes back to h from the step's own output, V dL/dy.</param>
/// <param name="FromNext">What comes back to h from the step after, U δ; 0 in the last step.</param>
/// <param name="δ">The total derivative of the loss by the net input: the sum of both times the slope of tanh.</param>
public sealed record BackwardStep(
    double x, double h, double y, double Target, double Loss, double FromOutput, double FromNext, double δ)
{
    internal double[] Numbers => [x, h, y, Target, Loss, FromOutput, FromNext, δ];
}
