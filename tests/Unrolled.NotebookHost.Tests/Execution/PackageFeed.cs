using System.Diagnostics;
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
    public void AddNative(string id, string version, string native = "borrowed")
    {
        string source =
            $$"""
            public static class Native
            {
                [System.Runtime.InteropServices.DllImport("{{native}}", EntryPoint = "SystemNative_GetPid")]
                public static extern int ProcessId();
            }
            """;
        string runtime = RuntimeInformation.RuntimeIdentifier;
        string extension = OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string file = Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native" + extension);
        string library = LibraryBuilder.Build(Path.Combine(root, "build", id), id, source);
        Add(
            id, version, null, ($"lib/net10.0/{id}.dll", library),
            ($"runtimes/{runtime}/native/lib{native}{extension}", file));
    }

    /// <summary>
    /// Two packages with a native library each: that of the second needs that of the first, and looks for it beside
    /// itself. The second's <c>Upper.Value()</c> is 42.
    /// </summary>
    public void AddNativePair(string lower, string upper)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, "build", "natives")).FullName;
        string runtimes = $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native";
        Compile(folder, "lower", "int lower(void) { return 41; }");
        Compile(folder, "upper", "int lower(void); int upper(void) { return lower() + 1; }", "-L.", "-llower");
        string managed = LibraryBuilder.Build(
            Path.Combine(root, "build", upper), upper,
            """
            public static class Upper
            {
                [System.Runtime.InteropServices.DllImport("upper", EntryPoint = "upper")]
                public static extern int Value();
            }
            """);
        Add(lower, "1.0.0", null, ($"{runtimes}/liblower.so", Path.Combine(folder, "liblower.so")));
        Add(
            upper, "1.0.0", null, ($"lib/net10.0/{upper}.dll", managed),
            ($"{runtimes}/libupper.so", Path.Combine(folder, "libupper.so")));
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

    private static void Compile(string folder, string name, string source, params string[] libraries)
    {
        File.WriteAllText(Path.Combine(folder, name + ".c"), source);
        using Process compiler = Process.Start(new ProcessStartInfo(
            ExternalTool.Compiler,
            ["-shared", "-fPIC", "-o", $"lib{name}.so", name + ".c", "-Wl,-rpath,$ORIGIN", .. libraries])
        {
            WorkingDirectory = folder,
        })!;
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
    }

    /// <summary>Where the library inside of a package was built.</summary>
    public string BuiltLibrary(string id, string version) =>
        Path.Combine(root, "build", $"{id}.{version}", id + ".dll");
}
