using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>A Python that can run a kernel, and the folders of its Jupyter's kernels.</summary>
/// <param name="Executable">Its full path.</param>
/// <param name="IpykernelVersion">The version of its ipykernel.</param>
/// <param name="DataFolder">The user's folder for Jupyter's data.</param>
/// <param name="KernelFolders">The folders in which Jupyter looks for kernels.</param>
/// <param name="Kernels">The kernels that it finds there: name and folder.</param>
internal sealed record JupyterPython(
    string Executable,
    string IpykernelVersion,
    string DataFolder,
    IReadOnlyList<string> KernelFolders,
    IReadOnlyDictionary<string, string> Kernels)
{
    private const int OldestIpykernel = 6;

    private const string Question = """
        import json, sys
        import ipykernel
        from jupyter_client.kernelspec import KernelSpecManager
        from jupyter_core.paths import jupyter_data_dir
        specs = KernelSpecManager()
        print(json.dumps({
            "executable": sys.executable,
            "ipykernelVersion": ipykernel.__version__,
            "dataFolder": jupyter_data_dir(),
            "kernelFolders": specs.kernel_dirs,
            "kernels": specs.find_kernel_specs(),
        }))
        """;

    /// <summary>The requested Python, or the first on the path that has ipykernel.</summary>
    /// <param name="path">The requested Python; null for any.</param>
    /// <exception cref="UsageException">It has no ipykernel, or none has.</exception>
    public static JupyterPython Find(string? path)
    {
        if (path is not null)
            return TryAsk(path, out string problem) ?? throw new UsageException($"--python {path}: {problem}");
        return Candidates().Select(candidate => TryAsk(candidate, out _)).FirstOrDefault(found => found is not null)
            ?? throw new UsageException(
                $"No Python on the path has ipykernel {OldestIpykernel} or newer. Install it with Jupyter (python3 -m "
                + "pip install notebook), "
                + "or name the Python that has it with --python.");
    }

    private static IEnumerable<string> Candidates()
    {
        string[] names = OperatingSystem.IsWindows() ? ["python.exe", "python3.exe"] : ["python3", "python"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .Where(File.Exists)
            .Where(python => !IsInstallerStub(python, OperatingSystem.IsMacOS(), HasDeveloperTools));
    }

    /// <summary>
    /// Whether a Python is macOS's own program that, until Xcode's tools are there, only opens Apple's installer.
    /// </summary>
    internal static bool IsInstallerStub(string python, bool isMacOS, Func<bool> hasDeveloperTools) =>
        isMacOS && python.StartsWith("/usr/bin/", StringComparison.Ordinal) && !hasDeveloperTools();

    private static bool HasDeveloperTools()
    {
        using Process process = Process.Start(new ProcessStartInfo("xcode-select", ["-p"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static JupyterPython? TryAsk(string python, out string problem)
    {
        ProcessStartInfo start = new(python, ["-c", Question])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Read(answer, process.ExitCode == 0 ? "" : LastLine(error.Result), out problem);
        }
        catch (Win32Exception exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private static JupyterPython? Read(string answer, string error, out string problem)
    {
        problem = error;
        if (error != "")
            return null;
        JupyterPython python = JsonSerializer.Deserialize<JupyterPython>(LastLine(answer), JsonSerializerOptions.Web)!;
        if (int.TryParse(python.IpykernelVersion.Split('.')[0], out int major) && major >= OldestIpykernel)
            return python;
        problem = $"its ipykernel is {python.IpykernelVersion}, and {OldestIpykernel} or newer is needed.";
        return null;
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
            ?? "it says nothing.";
}
