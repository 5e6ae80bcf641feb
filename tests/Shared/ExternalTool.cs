using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Unrolled.Testing;

/// <summary>Programs that some tests use.</summary>
public static class ExternalTool
{
    /// <summary>Jupyter's own reader and writer of notebooks.</summary>
    public const string Nbformat = "python3-nbformat";

    /// <summary>The language of the kernel's clients.</summary>
    public const string Jupyter = "python3-ipykernel and jupyter-client";

    /// <summary>Jupyter's converter, which executes notebooks.</summary>
    public const string Nbconvert = "jupyter-nbconvert";

    /// <summary>Jupyter's own page for notebooks.</summary>
    public const string JupyterNotebook = "jupyter-notebook";

    /// <summary>The browser.</summary>
    public const string Chromium = "chromium";

    /// <summary>The formula renderer that the build restores with npm.</summary>
    public const string KaTeX = "katex (npm)";

    /// <summary>The runtime of cells in a browser, which the build of Unrolled.Live restores from NuGet.</summary>
    public const string LiveRuntime = ".NET for WebAssembly (NuGet)";

    /// <summary>The tool with which the build restores plotly.js and KaTeX.</summary>
    public const string Npm = "npm";

    /// <summary>PyTorch, as Debian and Ubuntu package it.</summary>
    public const string Torch = "python3-torch";

    /// <summary>The system's C compiler.</summary>
    public const string Compiler = "cc";

    /// <summary>A private view of the machine's files and processes, for cells that would destroy them.</summary>
    public const string Namespaces = "unshare, as root or with namespaces of users,";

    /// <summary>The arguments of <c>unshare</c> for such a view.</summary>
    public static readonly string[] Namespace =
        ["--map-root-user", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"];

    /// <summary>The path of the Python for which Debian and Ubuntu package nbformat.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly string[] ChromiumPlaces =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly ConcurrentDictionary<string, bool> Probed = new();

    /// <summary>The path of Chromium: the one that is set, or Debian's.</summary>
    public static string ChromiumPath => ChromiumPlaces.FirstOrDefault(File.Exists) ?? ChromiumPlaces[0];

    /// <summary>Whether a tool is here; probed once.</summary>
    public static bool IsPresent(string tool) => Probed.GetOrAdd(tool, Probe);

    private static bool Probe(string tool) => tool switch
    {
        Nbformat => Succeeds(Python, "-c", "import nbformat"),
        Jupyter => Succeeds(Python, "-c", "import ipykernel, jupyter_client"),
        Compiler => OperatingSystem.IsLinux() && Succeeds(Compiler, "--version"),
        Torch => Succeeds(Python, "-c", "import torch"),
        Nbconvert => Succeeds(Python, "-c", "import nbconvert"),
        JupyterNotebook => Succeeds(Python, "-c", "import notebook.notebookapp"),
        Chromium => File.Exists(ChromiumPath),
        Npm => Succeeds("npm", "--version"),
        Namespaces => Succeeds("unshare", [.. Namespace, "true"]),
        LiveRuntime => File.Exists(
            Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "live", "native", "dotnet.native.wasm")),
        KaTeX => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "katex")),
        _ => throw new ArgumentException($"There is no probe for \"{tool}\".", nameof(tool)),
    };

    /// <summary>Whether a program is here and ends well.</summary>
    public static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
