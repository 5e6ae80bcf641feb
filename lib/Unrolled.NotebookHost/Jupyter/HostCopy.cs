using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The files that this program consists of, which run from any folder with the .NET runtime.</summary>
internal static class HostCopy
{
    /// <summary>Copies them.</summary>
    /// <param name="folder">The folder to make.</param>
    public static void WriteTo(string folder)
    {
        string program = typeof(HostCopy).Assembly.Location;
        string origin = Path.GetDirectoryName(program)!;
        Directory.CreateDirectory(folder);
        foreach (string file in Files(program))
            if (File.Exists(Path.Combine(origin, file)))
                File.Copy(Path.Combine(origin, file), Path.Combine(folder, file));
    }

    // The program's folder may hold other files, such as a test's; inspection reads the .xml files.
    private static IEnumerable<string> Files(string program)
    {
        string dependencies = Path.ChangeExtension(program, ".deps.json");
        JsonObject targets = JsonNode.Parse(File.ReadAllText(dependencies))!["targets"]!.AsObject();
        IEnumerable<string> assemblies =
            from target in targets
            from library in target.Value!.AsObject()
            from assembly in library.Value!["runtime"]?.AsObject() ?? []
            select Path.GetFileName(assembly.Key);
        return [
            Path.GetFileName(dependencies),
            Path.GetFileName(Path.ChangeExtension(program, ".runtimeconfig.json")),
            .. assemblies.SelectMany(assembly => (string[])[assembly, Path.ChangeExtension(assembly, ".xml")])
                .Distinct(),
        ];
    }
}
