namespace Unrolled;

/// <summary>An unrolled network in a sentence, with the activations of its nodes.</summary>
internal static class UnrolledText
{
    private const int MostElements = 8;

    public static string Of(UnrolledModel model)
    {
        var lines = new List<string> { Sentence(model) };
        for (int step = 0; step < model.Steps && !model.Activations.IsEmpty; step++)
        {
            string word = model.Inputs.IsEmpty ? "" : $", input {model.Inputs[step]}";
            IEnumerable<string> nodes = Nodes(model).Select(name => $"{name} [{Elements(model, name, step)}]");
            lines.Add($"  t = {model.First + step}{word}: {string.Join(", ", nodes)}");
        }

        return string.Join('\n', lines);
    }

    private static string Sentence(UnrolledModel model)
    {
        string caption = model.Caption is null ? "" : model.Caption + ": ";
        string layers = $"{(model.Bidirectional ? "bidirectional " : "")}layer{(model.Layers == 1 ? "" : "s")}";
        string output = model.HasOutput ? $", output at {Steps(model, model.Answers)}" : "";
        return $"{caption}{model.Layers} {layers}, steps {model.First} … {model.First + model.Steps - 1}; "
            + $"input at {Steps(model, model.Reads)}{output}.";
    }

    private static string Steps(UnrolledModel model, Func<int, bool> has) =>
        string.Join(", ", Enumerable.Range(0, model.Steps).Where(has).Select(step => model.First + step));

    // In the order of the forward pass.
    private static IEnumerable<string> Nodes(UnrolledModel model) => model.Activations.Keys
        .OrderBy(name => name == "x" ? 0 : name == "y" ? 2 : 1).ThenBy(name => name, StringComparer.Ordinal);

    private static string Elements(UnrolledModel model, string name, int step)
    {
        double[,] values = model.Activations[name];
        IEnumerable<string> first = Enumerable.Range(0, Math.Min(MostElements, values.GetLength(1)))
            .Select(element => ValueText.Of(values[step, element]));
        return string.Join(' ', first) + (values.GetLength(1) > MostElements ? " …" : "");
    }
}
