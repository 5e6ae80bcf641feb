namespace Unrolled.Mutation;

/// <summary>The folder of the whole project.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        DirectoryInfo? folder = new(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Unrolled.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No folder above {start} holds Unrolled.slnx.");
    }
}
