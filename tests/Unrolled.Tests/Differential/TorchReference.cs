using System.Diagnostics;

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
    /// <param name="cases">The tensors that each case is given, with its kind as metadata.</param>
    internal static IReadOnlyList<(Dictionary<string, double[]> Double, Dictionary<string, double[]> Single)> Results(
        IEnumerable<SafetensorsFile> cases)
    {
        using TemporaryFolder folder = new();
        int count = 0;
        foreach (SafetensorsFile one in cases)
            one.Save(folder[$"{count++}.safetensors"]);
        ProcessStartInfo start = new(ExternalTool.Python, [Script, folder.Path]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return [.. Enumerable.Range(0, count).Select(i => (Load(folder[$"{i}.double"]), Load(folder[$"{i}.single"])))];
    }

    private static Dictionary<string, double[]> Load(string path) =>
        SafetensorsFile.Load(path).Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.ToDoubles());
}
