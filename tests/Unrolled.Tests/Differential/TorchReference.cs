using System.Diagnostics;
using System.Globalization;

namespace Unrolled.Tests.Differential;

/// <summary>
/// Cases by torch: by torch.nn, and by its automatic differentiation of the kinds that it has not.
/// </summary>
internal static class TorchReference
{
    private static readonly string Script =
        Path.Combine(AppContext.BaseDirectory, "Differential", "torch_reference.py");

    /// <summary>
    /// The tensors of every case, under the names of the case, in double and in single precision; one process computes
    /// them all.
    /// </summary>
    internal static IReadOnlyList<(Dictionary<string, double[]> Double, Dictionary<string, double[]> Single)> Results(
        IReadOnlyList<LayerCase> cases)
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < cases.Count; i++)
            Save(cases[i], folder[$"{i}.safetensors"]);
        ProcessStartInfo start = new(ExternalTool.Python, [Script, folder.Path]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return [.. Enumerable.Range(0, cases.Count).Select(
            i => (Load(folder[$"{i}.double"]), Load(folder[$"{i}.single"])))];
    }

    private static Dictionary<string, double[]> Load(string path) =>
        SafetensorsFile.Load(path).Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.ToDoubles());

    private static void Save(LayerCase one, string path)
    {
        Configuration configuration = one.Configuration;
        List<NamedTensor> tensors = [.. one.Layer.Parameters.ToTensors(), one.X.Named("x")];
        if (one.DOutput is not null)
            tensors.Add(one.DOutput.Named("dy"));
        AddState(tensors, one.Initial, "_0");
        AddState(tensors, one.DFinal, "_n");
        Dictionary<string, string> metadata = new()
        {
            ["kind"] = configuration.Kind,
            ["hidden"] = Text(configuration.Hidden),
            ["layers"] = Text(configuration.Layers),
            ["directions"] = Text(one.Layer.DirectionCount),
            ["lengths"] = configuration.Lengths ? string.Join(',', one.Lengths.Select(Text)) : "",
        };
        new SafetensorsFile(tensors, metadata).Save(path);
    }

    // Of the initial state the values, of the final one the gradients.
    private static void AddState(List<NamedTensor> tensors, RecurrentState? state, string suffix)
    {
        string prefix = suffix == "_n" ? "d" : "";
        if (state is not null)
            tensors.Add(state.Hidden.Named($"{prefix}h{suffix}"));
        if (state?.Cell is not null)
            tensors.Add(state.Cell.Named($"{prefix}c{suffix}"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
