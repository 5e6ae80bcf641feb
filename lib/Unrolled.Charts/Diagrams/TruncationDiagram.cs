namespace Unrolled;

/// <summary>
/// How far errors go back in truncated backpropagation through time: a row for each loss, with an arrow from its step
/// back to the last one that it reaches.
/// <code>
/// ParameterSlider.Over(
///     ("k₁", [1, 2, 3, 4]), ("k₂", [4, 6, 9, 12]), (k1, k2) => new TruncationDiagram(steps: 12, k1, k2))
/// </code>
/// </summary>
public sealed class TruncationDiagram : Drawing
{
    private const int MostSteps = 24;

    private readonly TruncationModel model;

    /// <summary>The diagram of TBPTT(k1, k2), as <see cref="TruncatedBackpropagationThroughTime"/> does it.</summary>
    /// <param name="steps">The number of steps of the sequence, 1 … 24.</param>
    /// <param name="k1">The number of steps between two backward passes.</param>
    /// <param name="k2">The largest number of steps of a backward pass.</param>
    /// <param name="title">The title; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no steps or more than 24, or k1 is below 1, or k2 is below k1.
    /// </exception>
    public TruncationDiagram(int steps, int k1, int k2, string? title = null)
    {
        if (steps is < 1 or > MostSteps)
            throw new ArgumentOutOfRangeException(
                nameof(steps), steps, $"steps is {steps}; expected 1 to {MostSteps}.");
        if (k1 < 1)
            throw new ArgumentOutOfRangeException(nameof(k1), k1, $"k1 is {k1}; expected at least 1.");
        if (k2 < k1)
            throw new ArgumentOutOfRangeException(nameof(k2), k2, $"k2 is {k2}; expected at least k1, {k1}.");
        model = new TruncationModel(title, steps, k1, k2);
    }

    private string Named => model.Title ?? $"TBPTT({model.K1}, {model.K2}) over {model.Steps} steps";

    private protected override string Text() => string.Join('\n',
    [
        SafeText.Clean(Named), .. Enumerable.Range(1, model.Steps).Select(model.Sentence), model.Summary,
    ]);

    private protected override DrawingParts Drawn()
    {
        using var writer = new CanonicalWriter("truncation");
        writer.Text("title", model.Title);
        writer.Number("steps", model.Steps);
        writer.Number("k1", model.K1);
        writer.Number("k2", model.K2);
        var plan = new TruncationPlan(model);
        string description = string.Join(' ', Enumerable.Range(1, model.Steps).Select(model.Sentence));
        return new DrawingParts(
            plan.Width, plan.Height, Named,
            $"{model.Summary} {description}", writer.Finish(), (svg, _) => plan.Draw(svg));
    }
}

/// <summary>The reach of every loss; steps are counted from 1.</summary>
internal sealed record TruncationModel(string? Title, int Steps, int K1, int K2)
{
    /// <summary>The number of the window that a step is in, from 0.</summary>
    public int Window(int step) => (step - 1) / K1;

    /// <summary>The last step that the error of a loss reaches.</summary>
    public int Reach(int step)
    {
        int end = Math.Min((Window(step) + 1) * K1, Steps);
        return Math.Max(1, end - K2 + 1);
    }

    public string Sentence(int step)
    {
        string steps = Count(step - Reach(step) + 1);
        return $"The loss of step {step} goes back through {steps}, to step {Reach(step)}.";
    }

    /// <summary>The rule, and what it leaves out, in two sentences.</summary>
    public string Summary
    {
        get
        {
            int left = Enumerable.Range(1, Steps).Sum(step => Reach(step) - 1), all = Steps * (Steps + 1) / 2;
            string every = K1 == 1
                ? $"After every step its loss goes back through at most {Count(K2)}."
                : $"Every {K1} steps the losses of the newest {K1} go back through at most {Count(K2)}: "
                    + $"the newest loss through {K2}, the oldest of them through {K2 - K1 + 1}.";
            string missing = left == 0
                ? "Nothing is left out: every loss goes back to step 1."
                : $"Of the {all} ways from a loss to a step, {left} are left out.";
            return $"{every} {missing}";
        }
    }

    private static string Count(int steps) => steps == 1 ? "1 step" : $"{steps} steps";
}
