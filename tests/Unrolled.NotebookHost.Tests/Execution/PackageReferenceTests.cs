using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

[Collection(SessionTests.Name)]
public sealed class PackageReferenceTests : IDisposable
{
    private readonly SessionFixture session = new();
    private readonly PackageFeed feed;

    public PackageReferenceTests() => feed = new PackageFeed(session);

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("#r \"nuget: Unrolled.Test.Greeter, 1.0.0\"", "one")]
    [NightlyInlineData("#r \"nuget:Unrolled.Test.Greeter,1.0.0\"", "one")]
    [NightlyInlineData("#r \"nuget: Unrolled.Test.Greeter\"", "two")]
    [InlineData("#r \"nuget: unrolled.test.greeter, 1.*\" // the newest 1.x", "one")]
    public async Task A_package_comes_in_the_version_asked_for(string reference, string expected)
    {
        feed.AddLibrary(
            "Unrolled.Test.Greeter", "1.0.0", "public static class Greeter { public static string Name => \"one\"; }");
        feed.AddLibrary(
            "Unrolled.Test.Greeter", "2.0.0", "public static class Greeter { public static string Name => \"two\"; }");
        Assert.Equal(expected, await session.ResultAsync($"#i \"nuget: feed\"\n{reference}\nGreeter.Name"));
    }

    [Fact]
    public async Task A_package_brings_what_it_depends_on()
    {
        feed.AddLibrary("Unrolled.Test.Base", "1.0.0", "public class Base { public string Name => \"base\"; }");
        feed.AddLibrary(
            "Unrolled.Test.Derived", "1.0.0", "public class Derived : Base { }", "Unrolled.Test.Base",
            feed.BuiltLibrary("Unrolled.Test.Base", "1.0.0"));
        await session.OkAsync("#i \"feed\"\n#r \"nuget: Unrolled.Test.Derived, 1.0.0\"");
        Assert.Equal("base", await session.ResultAsync("new Derived().Name"));
        Assert.Equal("True", await session.ResultAsync("#r \"nuget: Unrolled.Test.Base\"\nnew Derived() is Base"));
    }

    [Fact]
    public async Task A_packages_native_library_is_found_by_it_and_by_cells()
    {
        feed.AddNative("Unrolled.Test.Native", "1.0.0");
        await session.OkAsync("#i \"nuget: feed\"\n#r \"nuget: Unrolled.Test.Native, 1.0.0\"");
        Assert.Equal($"{Environment.ProcessId}", await session.ResultAsync("Native.ProcessId()"));
        Assert.Equal(
            $"{Environment.ProcessId}",
            await session.ResultAsync(
                """
                using System.Runtime.InteropServices;
                [DllImport("borrowed", EntryPoint = "SystemNative_GetPid")] static extern int Pid();
                Pid()
                """));
    }

    [FactRequires(ExternalTool.Compiler)]
    public async Task A_native_library_finds_another_that_is_in_another_package()
    {
        feed.AddNativePair("Unrolled.Test.Lower", "Unrolled.Test.Upper");
        await session.OkAsync(
            """
            #i "nuget: feed"
            #r "nuget: Unrolled.Test.Lower, 1.0.0"
            #r "nuget: Unrolled.Test.Upper, 1.0.0"
            """);

        Assert.Equal("42", await session.ResultAsync("Upper.Value()"));
    }

    [Fact]
    public async Task The_native_libraries_of_all_packages_are_in_one_folder()
    {
        feed.AddNative("Unrolled.Test.Native", "1.0.0");
        feed.AddNative("Unrolled.Test.Other", "1.0.0", "lent");
        using PackageRestorer restorer = new(session.Folder);
        restorer.AddSource(feed.Folder);
        await restorer.AddAsync(new PackageRequest("Unrolled.Test.Native", "1.0.0"));
        RestoredPackages restored = await restorer.AddAsync(new PackageRequest("Unrolled.Test.Other", "1.0.0"));

        string borrowed = restored.FindNative("borrowed")!, lent = restored.FindNative("lent")!;

        Assert.Equal(Path.GetDirectoryName(borrowed), Path.GetDirectoryName(lent));
        Assert.Equal(
            [Path.GetFileName(borrowed), Path.GetFileName(lent)],
            Directory.GetFiles(Path.GetDirectoryName(lent)!).Select(Path.GetFileName).Order());
        Assert.Null(restored.FindNative("missing"));
        Assert.Equal(2, restored.NativeLibraries.Select(Path.GetDirectoryName).Distinct().Count());
    }

    [Fact]
    public async Task A_package_that_no_source_has_is_named_with_what_NuGet_says()
    {
        ErrorOutput error = await session.FailAsync(
            "var x = 1;\n#i \"feed\"\n#r \"nuget: Unrolled.Test.Missing, 3.2.1\"");
        Assert.Equal(3, error.Line);
        Assert.Contains("Unrolled.Test.Missing 3.2.1", error.Message, StringComparison.Ordinal);
        Assert.Contains("NU1101", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_than_the_one_asked_for_is_an_error_that_says_what_there_is()
    {
        feed.AddLibrary("Unrolled.Test.Greeter", "2.0.0", "public class Greeter;");
        ErrorOutput error = await session.FailAsync("#i \"feed\"\n#r \"nuget: Unrolled.Test.Greeter, 1.5.0\"");
        Assert.Contains("Unrolled.Test.Greeter 1.5.0", error.Message, StringComparison.Ordinal);
        Assert.Contains("NU1603", error.Message, StringComparison.Ordinal);
        Assert.Contains("2.0.0", error.Message, StringComparison.Ordinal);
        await session.OkAsync("#r \"nuget: Unrolled.Test.Greeter, 2.0.0\"\nnew Greeter();");
    }

    [Fact]
    public async Task Another_version_of_a_package_in_use_is_refused()
    {
        feed.AddLibrary("Unrolled.Test.Greeter", "1.0.0", "public class Greeter;");
        await session.OkAsync("#i \"feed\"\n#r \"nuget: Unrolled.Test.Greeter, 1.0.0\"");
        ErrorOutput error = await session.FailAsync("#r \"nuget: Unrolled.Test.Greeter, 2.0.0\"");
        Assert.Contains("already uses Unrolled.Test.Greeter 1.0.0", error.Message, StringComparison.Ordinal);
    }

    [NightlyFact]
    public async Task A_package_of_a_cell_that_failed_can_be_asked_for_again()
    {
        feed.AddLibrary("Unrolled.Test.Greeter", "1.0.0", "public class Greeter;");
        await session.FailAsync("#i \"feed\"\n#r \"nuget: Unrolled.Test.Greeter, 1.0.0\"\nmissing();");
        await session.OkAsync("#r \"nuget: Unrolled.Test.Greeter, 1.0.0\"\nnew Greeter();");
    }

    [Fact]
    public async Task No_package_is_fetched_that_the_notebook_did_not_name_except_what_those_depend_on()
    {
        feed.AddLibrary("Unrolled.Test.Words", "1.0.0", "public class Words;");
        feed.AddLibrary("Unrolled.Test.Greeter", "1.0.0", "public class Greeter;", "Unrolled.Test.Words");
        feed.AddLibrary("Unrolled.Test.Other", "1.0.0", "public class Other;");

        await session.OkAsync("#i \"feed\"\n#r \"nuget: Unrolled.Test.Greeter, 1.0.0\"\nnew Greeter();");

        Assert.Equal(
            ["unrolled.test.greeter", "unrolled.test.words"],
            Directory.GetDirectories(Path.Combine(session.Folder, "cache")).Select(Path.GetFileName).Order());
    }

    [NightlyFact]
    public async Task Build_settings_around_the_notebook_do_not_reach_the_restore()
    {
        session.Write("Directory.Build.props", "<Project><Import Project=\"missing.props\" /></Project>");
        session.Write("Directory.Packages.props", "<Project><Import Project=\"missing.props\" /></Project>");
        feed.AddLibrary("Unrolled.Test.Greeter", "1.0.0", "public class Greeter;");
        await session.OkAsync("#i \"feed\"\n#r \"nuget: Unrolled.Test.Greeter, 1.0.0\"\nnew Greeter();");
    }

    [Theory]
    [InlineData("#i \"nuget: missing\"", "missing")]
    [InlineData("#r \"nuget: \"", "expected \"nuget: Id\"")]
    [InlineData("#r \"nuget: A, 1.0, 2.0\"", "expected \"nuget: Id\"")]
    [InlineData("#r \"nuget: A B\"", "expected \"nuget: Id\"")]
    public async Task A_malformed_source_or_package_is_refused(string line, string expected)
    {
        Assert.Contains(expected, (await session.FailAsync(line)).Message, StringComparison.Ordinal);
    }
}
