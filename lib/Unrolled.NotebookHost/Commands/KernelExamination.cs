using System.Text.Json;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Examines the C# kernels that Jupyter knows, and whether the programs that they start exist.</summary>
/// <param name="tools">The machine's programs.</param>
internal sealed class KernelExamination(IToolbox tools)
{
    // See docs/clrkernel-utf8.md.
    private const string ClrKernel = "clrkernel";
    private const string ClrKernelLoss =
        "version 0.10 loses every letter outside ASCII in a cell's source when run through Jupyter";

    private static readonly string HowToInstall = $"`{TypedCommand.Of("jupyter", "install")}`";

    /// <summary>
    /// One finding per kernel, or one that there is no kernel; empty where Jupyter itself is missing.
    /// </summary>
    public async IAsyncEnumerable<Finding> FindingsAsync()
    {
        if (await tools.AskAsync("jupyter", "kernelspec", "list", "--json") is not { } list)
            yield break;
        (string Name, JsonObject Spec)[] kernels = [.. CSharpKernels(list)];
        if (kernels.Length == 0)
            yield return new Finding("C# kernel", "Jupyter knows none", HowToInstall);
        foreach ((string name, JsonObject spec) in kernels)
            yield return MissingTarget(spec) is { } missing
                ? new Finding(
                    $"kernel {name}", $"starts {missing}, which does not exist",
                    $"`jupyter kernelspec remove {name}`, then {HowToInstall}")
                : new Finding($"kernel {name}", Description(spec));
    }

    private static string Description(JsonObject spec)
    {
        string shown = spec.TextAt("display_name") ?? "";
        return Path.GetFileNameWithoutExtension(spec.TextsAt("argv").FirstOrDefault()) == ClrKernel
            ? $"{shown}; {ClrKernelLoss}"
            : shown;
    }

    private static IEnumerable<(string, JsonObject)> CSharpKernels(string list) =>
        from kernel in Parsed(list)?["kernelspecs"] as JsonObject ?? []
        let spec = (kernel.Value as JsonObject)?["spec"] as JsonObject
        where spec?.TextAt("language") is "C#" or "csharp"
        orderby kernel.Key
        select (kernel.Key, spec);

    // Warnings may precede the object.
    private static JsonObject? Parsed(string list)
    {
        try
        {
            return JsonNode.Parse(list[Math.Max(0, list.IndexOf('{'))..]) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The program, the tool behind `dotnet tool`, and every file that is named by its full path.
    private string? MissingTarget(JsonObject spec)
    {
        IReadOnlyList<string> arguments = spec.TextsAt("argv");
        if (arguments is not [var program, ..])
            return "nothing";
        if (!Path.IsPathFullyQualified(program) && tools.Find(program) is null)
            return program;
        if (program == "dotnet"
            && arguments.ElementAtOrDefault(1) is { } tool
            && !IsFile(tool)
            && tools.Find($"dotnet-{tool}") is null)
            return $"dotnet {tool}";
        return arguments.FirstOrDefault(argument => Path.IsPathFullyQualified(argument) && !Path.Exists(argument));
    }

    private static bool IsFile(string argument) =>
        Path.IsPathFullyQualified(argument) || argument.EndsWith(".dll", StringComparison.Ordinal);
}
