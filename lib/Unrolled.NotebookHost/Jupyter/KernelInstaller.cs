using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Puts the kernel where Jupyter finds it, and takes it away again.</summary>
/// <param name="python">The Python that runs it.</param>
/// <param name="prefix">The installation to put it into; null for the user's own folder.</param>
/// <param name="output">Receives a report of each step.</param>
internal sealed class KernelInstaller(JupyterPython python, string? prefix, TextWriter output)
{
    /// <summary>The kernel's own name.</summary>
    public const string OwnName = "unrolled-csharp";

    /// <summary>The name that .NET notebooks request.</summary>
    public const string CommonName = ".net-csharp";

    private string KernelFolder =>
        Path.Combine(
            prefix is null ? python.DataFolder : Path.Combine(Path.GetFullPath(prefix), "share", "jupyter"), "kernels");

    /// <summary>
    /// Installs the kernel under its own name, and under the name that .NET notebooks ask for when no other kernel has
    /// it.
    /// </summary>
    public void InstallAll(bool force)
    {
        Install(OwnName, force);
        if (!force && OtherKernel(CommonName) is { } other)
            output.WriteLine($"{CommonName}: left alone; it is another kernel's name ({other.Folder})");
        else
            Install(CommonName, force);
        WriteEnvironment();
    }

    /// <summary>Installs the kernel under one name.</summary>
    /// <exception cref="UsageException">Another kernel has that name.</exception>
    public void InstallOne(string name, bool force)
    {
        Install(name, force);
        WriteEnvironment();
    }

    /// <summary>Removes the kernel wherever it has one of these names.</summary>
    /// <exception cref="UsageException">It has none of them.</exception>
    public void Uninstall(IReadOnlyList<string> names)
    {
        KernelSpec[] ours = [.. names.Select(Target).Where(spec => spec.IsOurs)];
        foreach (KernelSpec spec in ours)
        {
            spec.Uninstall();
            output.WriteLine($"{spec.Name}: removed from {spec.Folder}");
        }
        foreach (KernelSpec spec in Installed())
            output.WriteLine(
                $"{spec.Name}: left in {spec.Folder}; remove it with: {TypedCommand.Of(Uninstallation(spec.Name))}");
        if (ours.Length == 0)
            throw new UsageException(
                $"There is nothing to uninstall: {KernelFolder} holds no {string.Join(" or ", names)} of Unrolled.");
    }

    private IEnumerable<KernelSpec> Installed() =>
        from folder in Directory.Exists(KernelFolder) ? Directory.EnumerateDirectories(KernelFolder) : []
        let spec = new KernelSpec(Path.GetFileName(folder), folder)
        where spec.IsOurs
        orderby spec.Name
        select spec;

    private IEnumerable<string> Uninstallation(string name) =>
        ["jupyter", "uninstall", "--name", name, .. prefix is null ? [] : (string[])["--prefix", prefix]];

    private void Install(string name, bool force)
    {
        if (!KernelSpec.IsName(name))
            throw new UsageException(
                $"--name {name}: a kernel's name consists of letters, digits, dots, hyphens and underscores.");
        if (!force && OtherKernel(name) is { } other)
            throw new UsageException(
                $"{name} is another kernel's name ({other.Folder}). Choose another with --name, or replace it with "
                + "--force.");
        KernelSpec spec = Target(name);
        try
        {
            spec.Install(name == CommonName ? ".NET (C#)" : "C# (Unrolled)", python);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: it cannot be installed in {spec.Folder}: {exception.Message}");
        }
        output.WriteLine($"{name}: installed in {spec.Folder}");
    }

    private KernelSpec Target(string name) => new(name, Path.Combine(KernelFolder, name));

    // In the target's place, or elsewhere among the kernels that Jupyter finds: one of the two would hide the other.
    private KernelSpec? OtherKernel(string name)
    {
        KernelSpec[] known = python.Kernels.TryGetValue(name, out string? folder)
            ? [Target(name), new KernelSpec(name, folder)]
            : [Target(name)];
        return known.FirstOrDefault(spec => spec is { Exists: true, IsOurs: false });
    }

    private void WriteEnvironment()
    {
        output.WriteLine(
            $"It runs with {python.Executable} (ipykernel {python.IpykernelVersion}) and the .NET "
            + $"in {DotnetExecutable.Root}");
        if (!python.KernelFolders.Contains(KernelFolder))
            output.WriteLine(
                $"Jupyter looks there only where JUPYTER_PATH names {Path.GetDirectoryName(KernelFolder)}");
    }
}
