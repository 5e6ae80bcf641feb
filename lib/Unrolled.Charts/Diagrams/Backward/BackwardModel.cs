using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The content of a backward diagram.</summary>
internal sealed record BackwardModel(
    string? Title, ImmutableArray<BackwardStep> Steps, int Back, double Initial,
    (string Input, string Recurrent, string Output) Weights)
{
    /// <summary>The index of the step at which the backward pass is; the number of steps before it begins.</summary>
    public int Current => Steps.Length - Back;

    public bool IsReached(int step) => step >= Current;

    /// <summary>The share of a step in the gradient of the recurrent weight, δ_t h_{t−1}.</summary>
    public double Share(int step) => Steps[step].δ * (step == 0 ? Initial : Steps[step - 1].h);

    /// <summary>The sum of the shares of the steps that are reached.</summary>
    public double Sum => Enumerable.Range(Current, Back).Sum(Share);
}

/// <summary>The canonical data of a backward diagram.</summary>
internal static class BackwardData
{
    public static string Of(BackwardModel model)
    {
        using var writer = new CanonicalWriter("backward");
        writer.Text("title", model.Title);
        writer.Number("back", model.Back);
        writer.Number("initial", model.Initial);
        writer.Words("weights", [model.Weights.Input, model.Weights.Recurrent, model.Weights.Output]);
        writer.Objects("steps", model.Steps, step => writer.Numbers("numbers", step.Numbers));
        return writer.Finish();
    }
}
