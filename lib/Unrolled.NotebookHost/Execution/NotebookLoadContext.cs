using System.Reflection;
using System.Runtime.Loader;
using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The one context that a notebook's code and everything it references is loaded into. One name is one assembly here,
/// so two libraries that share a dependency share its types; and what the host itself uses stays outside, so a notebook
/// may use another version of it.
/// </summary>
/// <param name="onLoad">Called with every library that has been loaded.</param>
internal sealed class NotebookLoadContext(Action<Assembly> onLoad) : AssemblyLoadContext("notebook")
{
    private static readonly string CellFunctionsName = typeof(CellFunctions).Assembly.GetName().Name!;

    private readonly List<IDependencySource> sources = [];
    private readonly Lock gate = new();

    /// <summary>Adds a place to find assemblies and native libraries in.</summary>
    public void Add(IDependencySource source)
    {
        lock (gate)
        {
            if (!sources.Contains(source))
                sources.Add(source);
        }
    }

    /// <summary>Where an assembly comes from that is not the framework's: of several versions, the highest.</summary>
    public string? FindPath(string simpleName)
    {
        if (FrameworkReferences.Contains(simpleName) || simpleName == CellFunctionsName)
            return null;
        if (LoadedPath(simpleName) is { } loaded)
            return loaded;
        lock (gate)
        {
            return sources
                .Select(source => source.FindAssembly(simpleName))
                .OfType<string>()
                .Distinct()
                .MaxBy(path => AssemblyName.GetAssemblyName(path).Version);
        }
    }

    /// <summary>Where an assembly of this name was loaded from; null when none has been loaded yet.</summary>
    public string? LoadedPath(string simpleName) =>
        Assemblies.FirstOrDefault(loaded => loaded.Location != "" && loaded.GetName().Name == simpleName)?.Location;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (FindPath(assemblyName.Name!) is not { } path)
            return null;
        Assembly library = LoadFromAssemblyPath(path);
        onLoad(library);
        return library;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path;
        lock (gate)
            path = sources.Select(source => source.FindNative(unmanagedDllName))
                .FirstOrDefault(found => found is not null);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}

/// <summary>
/// A place that assemblies and native libraries come from: a library's folder, or the restored packages.
/// </summary>
internal interface IDependencySource
{
    /// <summary>The path of an assembly by its simple name; null when it is not here.</summary>
    string? FindAssembly(string simpleName);

    /// <summary>The path of a native library by the name in <c>DllImport</c>; null when it is not here.</summary>
    string? FindNative(string name);
}
