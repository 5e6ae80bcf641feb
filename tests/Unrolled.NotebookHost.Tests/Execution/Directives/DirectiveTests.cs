using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Tests.Execution.Directives;

[Collection(SessionTests.Name)]
public sealed class DirectiveTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task An_unknown_directive_is_named_and_the_known_ones_are_listed()
    {
        ErrorOutput error = await session.FailAsync("var x = 1;\n#!share --from fsharp y");
        Assert.Equal("DirectiveError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Contains("#!share", error.Message, StringComparison.Ordinal);
        Assert.Contains("#!import", error.Message, StringComparison.Ordinal);
        Assert.Contains("#!whos", error.Message, StringComparison.Ordinal);
        Assert.Equal("    #!share --from fsharp y", error.Traceback[1]);
    }

    [Theory]
    [InlineData("#!markdown", "text/markdown")]
    [InlineData("#!md", "text/markdown")]
    [InlineData("#!html", "text/html")]
    public async Task Prose_is_shown_as_what_it_is(string directive, string mimeType)
    {
        await session.OkAsync($"{directive}\n# It's *here*\n\n#!csharp\nConsole.Write(1);");
        Assert.Equal("# It's *here*", SessionFixture.Text(session.Displays.Single(), mimeType));
        Assert.Equal("1", session.Stdout);
    }

    [Theory]
    [InlineData("#!csharp")]
    [InlineData("#!c#")]
    public async Task The_language_line_of_a_cell_changes_nothing(string directive)
    {
        Assert.Equal("2", await session.ResultAsync($"{directive}\n1 + 1"));
    }

    [Theory]
    [InlineData("#!time\nvar x = 1;", true)]
    [InlineData("#!time\nthrow new Exception();", false)]
    public async Task Time_shows_the_cells_wall_time_even_when_it_fails(string source, bool succeeds)
    {
        Assert.Equal(succeeds, (await session.RunAsync(source)).Succeeded);
        Assert.Matches(@"^Wall time: \d+\.\d ms$", SessionFixture.Text(session.Displays.Single()));
    }

    [Fact]
    public async Task Who_lists_the_names_and_whos_their_types_and_values()
    {
        await session.OkAsync("#!who");
        Assert.Equal("no variables yet", SessionFixture.Text(session.Displays.Single()));
        await session.OkAsync("var b = 1;\nvar a = new List<string> { \"x\" };");
        await session.OkAsync("var b = 2.5;\nint F() => 1;");
        await session.OkAsync("#!who");
        Assert.Equal("b, a", SessionFixture.Text(session.Displays.Single()));
        await session.OkAsync("#!whos");
        Assert.Equal(
            """
            Variable  Type          Value
            --------  ------------  -----
            b         double        2.5
            a         List<string>  [ x ]
            """,
            SessionFixture.Text(session.Displays.Single()));
        Assert.Contains("<td", SessionFixture.Text(session.Displays.Single(), "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whos_does_not_compute_a_lazy_sequence()
    {
        await session.OkAsync(
            "var read = 0;\nvar lazy = Enumerable.Range(0, 3).Select(i => read++).Where(_ => true);\n#!whos");
        Assert.Contains(
            "(computed when read)", SessionFixture.Text(session.Displays.Single()), StringComparison.Ordinal);
        Assert.Equal("0", await session.ResultAsync("read"));
    }

    [Fact]
    public async Task Help_lists_every_directive()
    {
        await session.OkAsync("#!help");
        string help = SessionFixture.Text(session.Displays.Single());
        foreach (string name in new[] { "#!import", "#load", "#r", "#i", "#!csharp", "#!markdown", "#!html", "#!time",
            "#!who", "#!whos", "#!help" })
            Assert.Contains(name, help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_value_of_a_cell_is_its_result()
    {
        await session.OkAsync("1\n#!csharp\n2\n#!csharp");
        Assert.Equal("1", SessionFixture.Text(session.Displays.Single()));
        Assert.Equal("2", SessionFixture.Text(session.Outputs.OfType<ResultOutput>().Single().Data));
    }
}
