namespace Unrolled;

/// <summary>A backward diagram as text.</summary>
internal static class BackwardText
{
    public static string Of(BackwardModel model)
    {
        var table = new Table(
            model.Title, "t", "h", "y", "target", "loss", "from its own output", "from the step after", "δ",
            $"share in dL/d{model.Weights.Recurrent}");
        foreach ((int index, BackwardStep step) in model.Steps.Index())
        {
            object?[] forwards = [index + 1, step.h, step.y, step.Target, step.Loss];
            object?[] backwards = model.IsReached(index)
                ? [step.FromOutput, step.FromNext, step.δ, model.Share(index)]
                : [null, null, null, null];
            table.Row([.. forwards, .. backwards]);
        }

        return table.ToString();
    }

    public static string Describe(BackwardModel model) => string.Join(
        " ", model.Steps.Select((step, index) => Forwards(index, step))
            .Concat(model.Steps.Index().Reverse().Where(item => model.IsReached(item.Index))
                .Select(item => Backwards(item.Index, item.Item)))
            .Append(model.Back == 0 ? "The backward pass has not begun." : Sum(model)));

    /// <summary>The sum so far of the recurrent weight's gradient.</summary>
    public static string Sum(BackwardModel model) =>
        $"dL/d{model.Weights.Recurrent}{(model.Current > 0 ? " so far" : "")} = {Short(model.Sum)}.";

    private static string Forwards(int index, BackwardStep step) =>
        $"Step {index + 1}: x {Short(step.x)}, h {Short(step.h)}, y {Short(step.y)}, target {Short(step.Target)}, "
        + $"loss {Short(step.Loss)}.";

    private static string Backwards(int index, BackwardStep step) =>
        $"Back in step {index + 1}: {Short(step.FromOutput)} from its own output, {Short(step.FromNext)} from the step "
        + $"after, δ {Short(step.δ)}.";

    private static string Short(double value) => NumberText.Short(value, 3);
}
