using System.Reflection;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>References a library's file or a NuGet package.</summary>
internal sealed class ReferenceDirective : IDirective
{
    private const string Expected = "\"library.dll\" or \"nuget: Id, Version\"";

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#r"];

    /// <inheritdoc/>
    public string Usage => $"#r {Expected}: references a library or a package with what it depends on";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        string argument = call.RequiredArgument(Expected);
        return NuGetArgument.TryRead(argument, out string package)
            ? ReferencePackageAsync(package, cell)
            : ReferenceFile(argument, call.Source, cell);
    }

    private static Task ReferenceFile(string argument, ScriptSource source, CellExecution cell)
    {
        string path = source.Resolve(argument);
        if (File.Exists(path))
        {
            CheckIsAssembly(path);
            CheckNotReplaced(path, cell.Script);
            cell.Script.Reference(DependenciesOf(path), [path]);
        }
        else if (!FrameworkReferences.Contains(Path.GetFileNameWithoutExtension(argument + ".dll"))
            && !FrameworkReferences.Contains(Path.GetFileNameWithoutExtension(argument)))
        {
            throw new DirectiveException($"#r: there is no library \"{argument}\"; looked for {path}");
        }

        return Task.CompletedTask;
    }

    // A library in use is kept: code compiled against another file of the same name would run with the wrong one.
    private static void CheckNotReplaced(string path, ScriptChain script)
    {
        string simpleName = Path.GetFileNameWithoutExtension(path);
        if (FrameworkReferences.Contains(simpleName) || script.PathInUse(simpleName) is not { } used || used == path)
            return;
        AssemblyName name = AssemblyName.GetAssemblyName(path), nameInUse = AssemblyName.GetAssemblyName(used);
        if (nameInUse.Version != name.Version)
        {
            throw new DirectiveException(
                $"#r: {path} is {name.Name} {name.Version}, but this session already uses {nameInUse.Version} "
                + $"from {used}; "
                + "restart it to change");
        }
    }

    private static LibraryDependencies DependenciesOf(string path)
    {
        try
        {
            return new LibraryDependencies(path);
        }
        catch (InvalidOperationException exception)
        {
            throw new DirectiveException(
                $"#r: what {path} depends on cannot be read "
                + $"from {Path.ChangeExtension(Path.GetFileName(path), ".deps.json")}: {exception.Message}");
        }
    }

    private static void CheckIsAssembly(string path)
    {
        try
        {
            AssemblyName.GetAssemblyName(path);
        }
        catch (BadImageFormatException)
        {
            throw new DirectiveException($"#r: the file is not a .NET assembly: {path}");
        }
    }

    private static async Task ReferencePackageAsync(string argument, CellExecution cell)
    {
        if (OperatingSystem.IsBrowser())
            throw new DirectiveException(
                $"#r: package {argument} cannot be restored in a browser; run this notebook with the .NET SDK.");
        try
        {
            RestoredPackages restored = await cell.Packages.AddAsync(PackageRequest.Parse(argument), cell.Interrupt);
            foreach (string path in restored.RuntimeAssemblies)
                CheckNotReplaced(path, cell.Script);
            cell.Script.Reference(restored, restored.CompileAssemblies);
        }
        catch (PackageRestoreException exception)
        {
            throw new DirectiveException($"#r: {exception.Message}");
        }
    }
}
