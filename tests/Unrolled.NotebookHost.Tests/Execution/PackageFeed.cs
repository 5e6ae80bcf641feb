using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>
/// A folder of packages made on the spot, and a NuGet configuration that knows no other source and cache.
/// </summary>
internal sealed class PackageFeed
{
    private readonly string root;

    public PackageFeed(SessionFixture session)
    {
        root = session.Folder;
        Folder = Directory.CreateDirectory(Path.Combine(root, "feed")).FullName;
        session.Write(
            "nuget.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(root, "cache")}" /></config>
              <packageSources><clear /></packageSources>
            </configuration>
            """);
    }

    public string Folder { get; }

    /// <summary>A package with one library of its name.</summary>
    public void AddLibrary(
        string id, string version, string source, string? dependency = null, params string[] references)
    {
        string folder = Path.Combine(root, "build", $"{id}.{version}");
        string library = LibraryBuilder.Build(folder, id, source, references: references);
        Add(id, version, dependency, ($"lib/net10.0/{id}.dll", library));
    }

    /// <summary>
    /// A package whose library calls a native one that is in the package: one of the runtime's own under another name.
    /// </summary>
    public void AddNative(string id, string version)
    {
        const string Source =
            """
            public static class Native
            {
                [System.Runtime.InteropServices.DllImport("borrowed", EntryPoint = "SystemNative_GetPid")]
                public static extern int ProcessId();
            }
            """;
        string runtime = RuntimeInformation.RuntimeIdentifier;
        string extension = OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string native = Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native" + extension);
        string library = LibraryBuilder.Build(Path.Combine(root, "build", id), id, Source);
        Add(
            id, version, null, ($"lib/net10.0/{id}.dll", library),
            ($"runtimes/{runtime}/native/libborrowed{extension}", native));
    }

    public void Add(string id, string version, string? dependency, params (string Entry, string File)[] files)
    {
        using ZipArchive package = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open()))
        {
            string dependencies = dependency is null ? "" : $"<dependency id=\"{dependency}\" version=\"1.0.0\" />";
            nuspec.Write(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                  <dependencies><group targetFramework="net10.0">{dependencies}</group></dependencies>
                </metadata></package>
                """);
        }

        foreach ((string entry, string file) in files)
            package.CreateEntryFromFile(file, entry);
    }

    /// <summary>Where the library inside of a package was built.</summary>
    public string BuiltLibrary(string id, string version) =>
        Path.Combine(root, "build", $"{id}.{version}", id + ".dll");
}
