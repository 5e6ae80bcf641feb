namespace Unrolled.NotebookHost.Execution;

/// <summary>A place that assemblies and native libraries come from: a library's folder, or the restored packages.</summary>
internal interface IDependencySource
{
    /// <summary>The path of an assembly by its simple name; null when it is not here.</summary>
    string? FindAssembly(string simpleName);

    /// <summary>The path of a native library by the name in <c>DllImport</c>; null when it is not here.</summary>
    string? FindNative(string name);
}
