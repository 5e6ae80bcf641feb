using Unrolled.Charts.Views.Recordings;

namespace Unrolled.Charts.Views.Unrolling;

/// <summary>Says what an unrolled network is, and the numbers of its nodes.</summary>
internal static class UnrolledText
{
    private const int MostElements = 8;

    public static string Of(UnrolledModel model)
    {
        var lines = new List<string> { Sentence(model) };
        for (int step = 0; step < model.Steps && !model.Activations.IsEmpty; step++)
        {
            IEnumerable<string> nodes = Nodes(model).Select(name => $"{name} [{Elements(model.Activations[name], step)}]");
            lines.Add($"  t = {model.First + step}{Label(model, step)}: {string.Join(", ", nodes)}");
        }


        return string.Join('\n', lines);
    }

    private static string Sentence(UnrolledModel model)
    {
        string network = $"{model.Layers} {(model.Bidirectional ? "bidirectional " : "")}layer{(model.Layers == 1 ? "" : "s")}";
        return $"{(model.Caption is null ? "" : model.Caption + ": ")}{network}, steps {model.First} … {model.First + model.Steps - 1}; "
            + $"input at {Steps(model, model.Reads)}{(model.HasOutput ? $", output at {Steps(model, model.Answers)}" : "")}.";
    }

    private static string Steps(UnrolledModel model, Func<int, bool> has) =>
        string.Join(", ", Enumerable.Range(0, model.Steps).Where(has).Select(step => model.First + step));

    private static string Label(UnrolledModel model, int step) => model.Inputs.IsEmpty ? "" : $", input {model.Inputs[step]}";

    // In the order of the data's flow.
    private static IEnumerable<string> Nodes(UnrolledModel model) =>
        model.Activations.Keys.OrderBy(name => name == "x" ? 0 : name == "y" ? 2 : 1).ThenBy(name => name, StringComparer.Ordinal);

    private static string Elements(double[,] values, int step) =>
        string.Join(' ', Enumerable.Range(0, Math.Min(MostElements, values.GetLength(1))).Select(element => ValueText.Of(values[step, element])))
        + (values.GetLength(1) > MostElements ? " …" : "");
}
