using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>
/// The kernel, installed by the command into a folder of its own, where nothing of the user's own is.
/// </summary>
public sealed class InstalledKernel : IDisposable
{
    /// <summary>The kernel's name.</summary>
    public const string Name = "unrolled-csharp";

    private readonly TemporaryFolder folder = new();

    public InstalledKernel()
    {
        Directory.CreateDirectory(NotebookFolder);
        Directory.CreateDirectory(folder["home"]);
        if (ExternalTool.IsPresent(ExternalTool.Jupyter))
            Installation = Run("jupyter", "install", "--prefix", Prefix, "--python", ExternalTool.Python);
    }

    /// <summary>Where it is installed.</summary>
    public string Prefix => folder["prefix"];

    /// <summary>The folder of the notebooks.</summary>
    public string NotebookFolder => folder["notebooks"];

    /// <summary>How the installation ended.</summary>
    internal CommandResult? Installation { get; }

    /// <summary>The folder of one of its kernels.</summary>
    public string SpecFolder(string name = Name) => Path.Combine(Prefix, "share", "jupyter", "kernels", name);

    /// <summary>The names of the kernels below the prefix.</summary>
    public IEnumerable<string?> Names() =>
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(SpecFolder())!)
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>What a kernel tells Jupyter of itself.</summary>
    public JsonObject Spec(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(SpecFolder(name), "kernel.json")))!.AsObject();

    /// <summary>The name under which Jupyter shows a kernel.</summary>
    public string DisplayName(string name) => Spec(name)["display_name"]!.GetValue<string>();

    /// <summary>Runs the host's command as a user would whose Jupyter looks into the prefix.</summary>
    internal CommandResult Run(params string[] arguments)
    {
        ProcessStartInfo start = Start(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Unrolled.NotebookHost.dll"), .. arguments]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return UnrolledCommand.EndAsync(Process.Start(start)!).GetAwaiter().GetResult();
    }

    /// <summary>A start of a program for which Jupyter looks into the prefix and nowhere else of the user's.</summary>
    public ProcessStartInfo Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = NotebookFolder };
        start.Environment["HOME"] = folder["home"];
        start.Environment["JUPYTER_PATH"] = Path.Combine(Prefix, "share", "jupyter");
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        foreach (string name in (string[])["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR",
            "XDG_DATA_HOME", "XDG_RUNTIME_DIR"])
            start.Environment.Remove(name);
        return start;
    }

    public void Dispose() => folder.Dispose();
}
