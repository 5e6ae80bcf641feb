namespace Unrolled.NotebookHost.Tests.Notebooks;

/// <summary>The files beside the document tests.</summary>
internal static class Fixtures
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Notebooks", "Fixtures", name);

    public static string Read(string name) => File.ReadAllText(PathOf(name));
}
