using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Tests.Execution.Directives;

[Collection(SessionTests.Name)]
public sealed class ReferenceDirectiveTests : IDisposable
{
    private const string Shared =
        "public class Coin { public int Value = 7; public static int Minted; public Coin() => Minted++; }";
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_library_is_referenced_by_a_path_from_the_notebooks_folder_or_an_absolute_one(bool isAbsolute)
    {
        string path = Build(
            "bin", "Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");
        Assert.Equal(
            "hello", await session.ResultAsync($"#r \"{(isAbsolute ? path : "bin/Greeter.dll")}\"\nGreeter.Hello"));
    }

    [Fact]
    public async Task A_reference_persists_and_may_be_repeated()
    {
        Build("bin", "Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");
        await session.OkAsync("#r \"bin/Greeter.dll\"");
        Assert.Equal("hello", await session.ResultAsync("#r \"bin/Greeter.dll\"\nGreeter.Hello"));
    }

    [Fact]
    public async Task Two_libraries_that_share_a_dependency_share_its_types()
    {
        string shared = Build("a", "Shared", Shared);
        Directory.CreateDirectory(Path.Combine(session.Folder, "b"));
        File.Copy(shared, Path.Combine(session.Folder, "b", "Shared.dll"));
        Build("a", "Maker", "public static class Maker { public static Coin Make() => new Coin(); }", shared);
        Build("b", "Taker", "public static class Taker { public static int Take(Coin coin) => coin.Value; }", shared);
        await session.OkAsync("#r \"a/Maker.dll\"\nvar coin = Maker.Make();");
        Assert.Equal("7", await session.ResultAsync("#r \"b/Taker.dll\"\nTaker.Take(coin)"));
        Assert.Equal("1", await session.ResultAsync("Coin.Minted"));
        Assert.Equal("1", await session.ResultAsync("#r \"b/Shared.dll\"\nCoin.Minted"));
    }

    [Fact]
    public async Task Of_two_versions_of_a_shared_dependency_the_higher_serves_both()
    {
        string old = Build("a", "Shared", "public static class Shared { public static int Version => 1; }");
        string recent = LibraryBuilder.Build(
            Path.Combine(session.Folder, "b"), "Shared",
            "public static class Shared { public static int Version => 2; }", "2.0.0.0");
        Build("a", "First", "public static class First { public static int Version => Shared.Version; }", old);
        Build("b", "Second", "public static class Second { public static int Version => Shared.Version; }", recent);
        Assert.Equal(
            "(2, 2)",
            await session.ResultAsync("#r \"a/First.dll\"\n#r \"b/Second.dll\"\n(First.Version, Second.Version)"));
    }

    [Theory]
    [InlineData("1.0.0.0", "2.0.0.0")]
    [InlineData("2.0.0.0", "3.0.0.0")]
    public async Task A_reference_that_no_code_has_met_yet_gives_way_to_another(string first, string second)
    {
        LibraryBuilder.Build(
            Path.Combine(session.Folder, "a"), "Shared", "public class Shared { public static int Version => 1; }",
            first);
        string recent = LibraryBuilder.Build(
            Path.Combine(session.Folder, "b"), "Shared", "public class Shared { public static int Version => 2; }",
            second);
        Build("b", "User", "public class User { public static Shared Make() => new Shared(); }", recent);
        await session.OkAsync("#r \"a/Shared.dll\"");
        Assert.Equal(
            "2", await session.ResultAsync(
                "#r \"b/Shared.dll\"\n#r \"b/User.dll\"\nShared s = User.Make();\nShared.Version"));
        Assert.Equal("2", await session.ResultAsync("Shared t = User.Make();\nShared.Version"));
    }

    [Fact]
    public async Task A_library_of_another_version_than_the_one_in_use_is_refused()
    {
        Build("a", "Shared", "public static class Shared { public static int Version => 1; }");
        LibraryBuilder.Build(
            Path.Combine(session.Folder, "b"), "Shared",
            "public static class Shared { public static int Version => 2; }", "2.0.0.0");
        await session.OkAsync("#r \"a/Shared.dll\"\nvar x = 1;");
        ErrorOutput error = await session.FailAsync("#r \"b/Shared.dll\"");
        Assert.Contains("Shared 2.0.0.0", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(session.Folder, "a", "Shared.dll"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_may_use_another_version_of_what_the_host_uses()
    {
        LibraryBuilder.Build(
            Path.Combine(session.Folder, "bin"), "Markdig",
            "public static class Markdig { public static string Mine => \"mine\"; }", "0.0.1.0");
        Assert.Equal("mine", await session.ResultAsync("#r \"bin/Markdig.dll\"\nMarkdig.Mine"));
    }

    [Theory]
    [InlineData("Unrolled")]
    [InlineData("unrolled")]
    [InlineData("Unrolled.NotebookHost")]
    public async Task A_library_may_have_the_name_of_the_host_or_of_its_command(string name)
    {
        Build("bin", name, "public static class Library { public static string Name => \"mine\"; }");
        Assert.Equal(
            "mine",
            await session.ResultAsync($"#r \"bin/{name}.dll\"\ndisplay(1);\nHTML(\"\").Display();\nLibrary.Name"));
    }

    [Fact]
    public async Task The_hosts_own_packages_are_not_in_a_cells_way()
    {
        Assert.Contains("CS0246", (await session.FailAsync("using Markdig;")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_names_a_librarys_frames_without_its_folder()
    {
        Build(
            "bin", "Thrower",
            "namespace Lib { public class Thrower { public void Go(int[] xs) { throw new System.Exception(\"no\"); } "
            + "} }");
        ErrorOutput error = await session.FailAsync("#r \"bin/Thrower.dll\"\nnew Lib.Thrower().Go([1]);");
        Assert.Equal(
            ["   at Lib.Thrower.Go(int[] xs) in Thrower.cs, line 2", "   at cell 1, line 2"], error.Traceback.Skip(1));
    }

    [Fact]
    public async Task Dependencies_are_found_where_the_deps_file_says()
    {
        string hidden = Build(
            "lib/runtimes/any/lib/net10.0", "Hidden",
            "public static class Hidden { public static string Name => \"hidden\"; }");
        Build("lib", "Front", "public static class Front { public static string Name => Hidden.Name; }", hidden);
        session.Write(
            "lib/Front.deps.json",
            """
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": { ".NETCoreApp,Version=v10.0": {
                "Front/1.0.0": { "dependencies": { "Hidden": "1.0.0" }, "runtime": { "Front.dll": {} } },
                "Hidden/1.0.0": { "runtimeTargets": {
                  "runtimes/any/lib/net10.0/Hidden.dll": { "rid": "any", "assetType": "runtime" }
                } }
              } },
              "libraries": {
                "Front/1.0.0": { "type": "project", "serviceable": false, "sha512": "" },
                "Hidden/1.0.0": { "type": "package", "serviceable": false, "sha512": "" }
              }
            }
            """);
        Assert.Equal("hidden", await session.ResultAsync("#r \"lib/Front.dll\"\nFront.Name"));
    }

    [Fact]
    public async Task A_deps_file_that_cannot_be_read_is_an_error()
    {
        Build("lib", "Front", "public static class Front;");
        session.Write("lib/Front.deps.json", "{");
        Assert.Contains(
            "Front.deps.json", (await session.FailAsync("#r \"lib/Front.dll\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_library_is_named_with_the_place_it_was_looked_for()
    {
        ErrorOutput error = await session.FailAsync("var x = 1;\n#r \"bin/Missing.dll\"");
        Assert.Contains("\"bin/Missing.dll\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(session.Folder, "bin", "Missing.dll"), error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused()
    {
        session.Write("text.dll", "text");
        Assert.Contains(
            "not a .NET assembly", (await session.FailAsync("#r \"text.dll\"")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Http.dll")]
    public async Task The_frameworks_own_assemblies_may_be_named(string name)
    {
        Assert.Equal("True", await session.ResultAsync($"#r \"{name}\"\nnew System.Net.Http.HttpClient() != null"));
    }

    [Fact]
    public async Task A_library_beside_an_imported_file_is_found_from_there()
    {
        Build("lib", "Greeter", "public static class Greeter { public static string Hello => \"hello\"; }");
        session.Write("lib/setup.csx", "#r \"Greeter.dll\"");
        Assert.Equal("hello", await session.ResultAsync("#!import \"lib/setup.csx\"\nGreeter.Hello"));
    }

    private string Build(string folder, string name, string source, params string[] references) =>
        LibraryBuilder.Build(Path.Combine(session.Folder, folder), name, source, "1.0.0.0", references);
}
