using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// A kernel's folder: <c>kernel.json</c>, which tells Jupyter how to start it, and for our kernel all its files.
/// </summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Folder">The folder.</param>
internal sealed partial record KernelSpec(string Name, string Folder)
{
    private const string SpecFile = "kernel.json";
    private const string KernelFile = "unrolled_kernel.py";
    private const string Mark = "unrolled";

    /// <summary>Whether a kernel is there.</summary>
    public bool Exists => File.Exists(Path.Combine(Folder, SpecFile));

    /// <summary>Whether it was installed by this program.</summary>
    public bool IsOurs
    {
        get
        {
            try
            {
                return Exists
                    && JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, SpecFile)))?["metadata"]?[Mark] is not null;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    /// <summary>Whether Jupyter accepts a name.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>Puts the kernel into its folder in one move: Jupyter sees the old one or the new one.</summary>
    /// <param name="displayName">What front ends call it.</param>
    /// <param name="python">The Python that runs it.</param>
    /// <exception cref="UsageException">The old one is in use.</exception>
    public void Install(string displayName, JupyterPython python) =>
        new KernelFolder(Folder).Replace(folder => Write(folder, displayName, python));

    /// <summary>Removes the kernel.</summary>
    /// <exception cref="UsageException">It is in use.</exception>
    public void Uninstall() => new KernelFolder(Folder).Remove();

    private void Write(string folder, string displayName, JupyterPython python)
    {
        HostCopy.WriteTo(Path.Combine(folder, "host"));
        foreach (string asset in (string[])[KernelFile, "logo-svg.svg"])
            WriteAsset(asset, folder);
        JsonObject spec = new()
        {
            ["argv"] = new JsonArray(python.Executable, Path.Combine(Folder, KernelFile), "-f", "{connection_file}"),
            ["display_name"] = displayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject
            {
                ["DOTNET_ROOT"] = DotnetExecutable.LastingRoot(DotnetExecutable.Root, Directory.Exists),
                // The Python side has no debugger that could miss a breakpoint, of which every start would warn.
                ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1",
            },
            ["metadata"] = new JsonObject { [Mark] = new JsonObject { ["version"] = KernelInfo.Version } },
        };
        DurableFile.WriteAllText(
            Path.Combine(folder, SpecFile),
            spec.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    private static void WriteAsset(string name, string folder)
    {
        using Stream asset = typeof(KernelSpec).Assembly.GetManifestResourceStream($"jupyter/{name}")!;
        using FileStream file = File.Create(Path.Combine(folder, name));
        asset.CopyTo(file);
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]+$")]
    private static partial Regex NamePattern();
}
