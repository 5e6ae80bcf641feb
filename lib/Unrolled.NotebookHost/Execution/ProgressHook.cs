using System.Reflection;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The hook by which a library tells how far its long work has come. An assembly that has metadata with the key
/// <c>Notebook.Progress</c> names there a type of its own, which has a static property <c>Progress</c> of the type
/// <c>IProgress&lt;(long Step, long Steps, double Loss)&gt;</c>. Neither side references the other.
/// </summary>
internal static class ProgressHook
{
    private const string Key = "Notebook.Progress";
    private const string Property = "Progress";

    /// <summary>Lets a library tell its progress; one without the hook is left as it is.</summary>
    public static void Take(Assembly library, IProgress<(long Step, long Steps, double Loss)> receiver)
    {
        IEnumerable<string> types = library.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key == Key).Select(metadata => metadata.Value).OfType<string>();
        foreach (string type in types)
            library.GetType(type)?.GetProperty(Property, typeof(IProgress<(long, long, double)>))
                ?.SetValue(null, receiver);
    }
}
