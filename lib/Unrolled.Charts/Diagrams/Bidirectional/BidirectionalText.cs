namespace Unrolled;

/// <summary>A bidirectional diagram as text.</summary>
internal static class BidirectionalText
{
    /// <summary>A table with a row for each step and a column for each direction of each layer.</summary>
    public static string Of(BidirectionalModel model)
    {
        StateAt[] rows = [.. model.States.Where(state => state.Step == 0)];
        var table = new Table(
            $"{model.Title}: unit {model.Unit}",
            [
                new("t"), .. model.Symbols.IsEmpty ? Array.Empty<Column>() : [new("input")],
                .. rows.Select(state => new Column(model.Base(state))),
            ]);
        for (int step = 0; step < model.Steps; step++)
        {
            object[] symbol = model.Symbols.IsEmpty ? [] : [model.Symbols[step]];
            table.Row(
            [
                step + 1, .. symbol,
                .. rows.Select(state => ValueText.Of(model.Value(state with { Step = step }))),
            ]);
        }

        return $"{table}\n{Meeting(model)}";
    }

    /// <summary>The whole run in sentences, or the newest state.</summary>
    public static string Describe(BidirectionalModel model)
    {
        if (model.Newest is { } newest)
            return $"{Note(model)} It is {ValueText.Of(model.Value(newest))} in unit {model.Unit}.";
        if (model.Computed == 0)
            return Note(model);
        string layers =
            model.Layers.Length == 1 ? "1 bidirectional layer" : $"{model.Layers.Length} bidirectional layers";
        string values = string.Join(", ", model.States.Select(state => Value(model, state)));
        return $"{layers} over {model.Steps} steps. In each layer the forward states hand on to the right and the "
            + "backward states to the left, and neither reads the other. "
            + $"{Meeting(model)} Unit {model.Unit}: {values}.";
    }

    /// <summary>The remark above the diagram: on the newest state, or on the whole.</summary>
    public static string Note(BidirectionalModel model) => model.Newest is { } newest ? Sentence(model, newest)
        : model.Computed == 0 ? "No state is computed yet."
        : Meeting(model);

    /// <summary>The vectors that a state reads, and the inputs that it depends on.</summary>
    public static string Sentence(BidirectionalModel model, StateAt state)
    {
        List<string> read = state.Layer == 0
            ? [$"x{Subscript(state.Step)}"]
            : [.. new[] { false, true }.Select(backward => Name(model, state with
                {
                    Layer = state.Layer - 1,
                    Backward = backward,
                })),
            ];
        if (model.Before(state) is { } before)
            read.Add(Name(model, before));
        string list = read.Count == 1 ? read[0] : $"{string.Join(", ", read[..^1])} and {read[^1]}";
        return $"{Name(model, state)} reads {list}: it depends on {Inputs(model, state)}.";
    }

    private static string Inputs(BidirectionalModel model, StateAt state)
    {
        int[] inputs = [.. Enumerable.Range(0, model.Steps).Where(input => model.DependsOn(state, input))];
        return inputs.Length == model.Steps && model.Steps > 1 ? "all inputs"
            : inputs.Length == 1 ? $"input {inputs[0] + 1}"
            : $"inputs {inputs[0] + 1} … {inputs[^1] + 1}";
    }

    private static string Meeting(BidirectionalModel model) => model.Layers.Length == 1
        ? "Past and future meet in the outputs alone, which are both states side by side."
        : "In layer 1 a state knows past or future. Layer 2 reads both directions: there they first meet in one state.";

    private static string Value(BidirectionalModel model, StateAt state) =>
        $"{Name(model, state)} {ValueText.Of(model.Value(state))}";

    private static string Name(BidirectionalModel model, StateAt state) =>
        $"{model.Base(state)}{Subscript(state.Step)}";

    private static char Subscript(int step) => "₁₂₃₄₅₆₇₈"[step];
}
