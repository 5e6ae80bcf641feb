using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Tests.Execution.Directives;

[Collection(SessionTests.Name)]
public sealed class ImportDirectiveTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("#!import \"lib/setup.csx\"")]
    [InlineData("#!import lib/setup.csx")]
    [InlineData("#load \"lib/setup.csx\"")]
    public async Task What_a_script_defines_persists_its_usings_included(string directive)
    {
        session.Write("lib/setup.csx", "using System.Globalization;\nvar x = 40;\nConsole.Write(\"set up\");");
        await session.OkAsync(directive);
        Assert.Equal("set up", session.Stdout);
        Assert.Equal("42", await session.ResultAsync("x + CultureInfo.InvariantCulture.Name.Length + 2"));
    }

    [Fact]
    public async Task A_cs_file_is_run()
    {
        session.Write("Twice.cs", "static class Numbers { public static int Twice(int n) => 2 * n; }");
        Assert.Equal("8", await session.ResultAsync("#!import \"Twice.cs\"\nNumbers.Twice(4)"));
    }

    [Fact]
    public async Task A_notebooks_code_cells_are_run_and_its_prose_is_not()
    {
        session.Write("other.ipynb",
            """
            {"cells": [
              {"cell_type": "markdown", "metadata": {}, "source": "int x = 0; not code"},
              {"cell_type": "code", "metadata": {}, "source": ["var x = 1;\n", "var y = 2;"],
               "outputs": [], "execution_count": null},
              {"cell_type": "code", "metadata": {}, "source": "var z = x + y;", "outputs": [], "execution_count": null}
            ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
        Assert.Equal("3", await session.ResultAsync("#!import \"other.ipynb\"\nz"));
    }

    [Fact]
    public async Task A_dib_files_csharp_cells_are_run()
    {
        session.Write("other.dib", "#!meta\n\n{}\n\n#!markdown\n\n# It's\n\n#!csharp\n\nvar x = 5;\n");
        Assert.Equal("5", await session.ResultAsync("#!import \"other.dib\"\nx"));
        session.Write("bad.dib", "#!markdown\n\ntext\n\n#!csharp\nmissing");
        ErrorOutput error = await session.FailAsync("#!import \"bad.dib\"");
        Assert.StartsWith("bad.dib, line 6, column 1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_in_an_imported_file_start_from_its_own_folder()
    {
        session.Write("a/outer.csx", "#!import \"b/inner.csx\"\nvar outer = inner + 1;");
        session.Write("a/b/inner.csx", "var inner = 1;");
        Assert.Equal("2", await session.ResultAsync("#!import \"a/outer.csx\"\nouter"));
    }

    [Fact]
    public async Task A_file_may_be_imported_twice()
    {
        session.Write("count.csx", "count++;");
        Assert.Equal(
            "2", await session.ResultAsync("var count = 0;\n#!import \"count.csx\"\n#!import \"count.csx\"\ncount"));
    }

    [Fact]
    public async Task A_missing_file_fails_the_cell_and_is_named()
    {
        ErrorOutput error = await session.FailAsync("\n#!import \"missing.csx\"");
        Assert.Contains(Path.Combine(session.Folder, "missing.csx"), error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_missing_file_that_a_build_may_write_is_told_with_the_build()
    {
        session.Write("books.csproj", "<Project/>");
        string project = Path.Combine(session.Folder, "books.csproj");
        ErrorOutput error = await session.FailAsync("#!import \"setup.csx\"");
        Assert.EndsWith(
            $"if the build writes it, build first with `dotnet build \"{project}\"`",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_of_a_notebook_that_was_copied_away_is_told_with_the_folder_where_it_belongs()
    {
        ErrorOutput error = await session.FailAsync("#!import \"setup.csx\"");
        Assert.EndsWith(
            "if a build writes it, the notebook belongs in the folder of that project, and the build comes first: "
            + "`dotnet build`",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compilation_error_in_an_imported_file_names_file_and_line()
    {
        session.Write("setup.csx", "var x = 1;\n#!csharp\n\nmissing();");
        ErrorOutput error = await session.FailAsync("var y = 1;\n#!import \"setup.csx\"");
        Assert.Equal("CompilationError", error.Name);
        Assert.StartsWith("setup.csx, line 4, column 1: error CS0103", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.Equal("   imported in cell 1, line 2", error.Traceback[^1]);
    }

    [Fact]
    public async Task An_exception_in_a_file_that_an_imported_file_imports_shows_the_whole_way()
    {
        session.Write("outer.csx", "\n#!import \"inner.csx\"");
        session.Write("inner.csx", "\n\nthrow new InvalidOperationException(\"no\");");
        ErrorOutput error = await session.FailAsync("#!import \"outer.csx\"");
        Assert.Equal("System.InvalidOperationException", error.Name);
        Assert.Equal(1, error.Line);
        Assert.Equal(
            ["   at inner.csx, line 3", "   imported in outer.csx, line 2", "   imported in cell 1, line 1"],
            error.Traceback.Skip(1));
    }

    [Fact]
    public async Task Files_that_import_each_other_are_an_error_that_shows_the_cycle()
    {
        session.Write("a.csx", "#!import \"b.csx\"");
        session.Write("b.csx", "#!import \"a.csx\"");
        ErrorOutput error = await session.FailAsync("#!import \"a.csx\"");
        Assert.Contains("a.csx → b.csx → a.csx", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", ".txt")]
    [InlineData("notes", "one without extension")]
    public async Task A_file_of_another_kind_is_refused(string name, string expected)
    {
        session.Write(name, "");
        Assert.Contains(expected, (await session.FailAsync($"#!import \"{name}\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_is_none_is_refused_by_name()
    {
        session.Write("bad.ipynb", "{");
        Assert.Contains(
            "bad.ipynb", (await session.FailAsync("#!import \"bad.ipynb\"")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!import")]
    [InlineData("#!import \"\"")]
    [InlineData("#!import \"open")]
    [InlineData("#!import \"a.csx\" \"b.csx\"")]
    public async Task A_malformed_line_says_what_was_expected(string line)
    {
        Assert.Contains(
            "#!import expects #!import \"file\"", (await session.FailAsync(line)).Message, StringComparison.Ordinal);
    }
}
