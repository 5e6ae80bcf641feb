using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The canonical data of unrolled networks.</summary>
internal static class UnrolledData
{
    public static string Of(string title, ImmutableArray<UnrolledModel> models)
    {
        using var writer = new CanonicalWriter("unrolled");
        writer.Text("title", title);
        writer.Objects("networks", models, model => Write(writer, model));
        return writer.Finish();
    }

    private static void Write(CanonicalWriter writer, UnrolledModel model)
    {
        writer.Text("caption", model.Caption);
        writer.Number("first", model.First);
        writer.Number("steps", model.Steps);
        writer.Flag("goesOn", model.GoesOn);
        writer.Number("layers", model.Layers);
        writer.Flag("bidirectional", model.Bidirectional);
        writer.Flag("hasOutput", model.HasOutput);
        writer.Flag("folded", model.Folded);
        writer.Word("shape", model.Shape);
        writer.Words("inputs", model.Inputs);
        writer.Words("outputs", model.Outputs);
        writer.Words("weights", [model.Weights.Input, model.Weights.Recurrent, model.Weights.Output]);
        writer.Objects("activations", model.Activations.OrderBy(entry => entry.Key, StringComparer.Ordinal), entry =>
        {
            writer.Text("name", entry.Key);
            writer.Rows("values", entry.Value);
        });
    }
}
