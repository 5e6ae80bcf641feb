using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Directives;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Display;

[Collection(SessionTests.Name)]
public sealed class DisplayTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("display(42);")]
    [InlineData("42.Display();")]
    [InlineData("display(42)")]
    [InlineData("42.Display()")]
    public async Task A_value_is_displayed_without_any_using_and_the_handle_is_no_result(string source)
    {
        await session.OkAsync(source);
        var output = Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs));
        Assert.Equal("42", SessionFixture.Text(output.Data));
        Assert.False(output.IsUpdate);
        Assert.NotNull(output.DisplayId);
    }

    [Theory]
    [InlineData("display(42, \"text/html\");", "<pre>42</pre>")]
    [InlineData("\"<b>\".Display(\"text/html\");", "<pre>&lt;b&gt;</pre>")]
    [InlineData("\"<b>\".DisplayAs(\"text/html\");", "<b>")]
    [InlineData("display(HTML(\"<b>\"));", "<b>")]
    public async Task A_value_is_displayed_in_the_type_asked_for(string source, string html)
    {
        await session.OkAsync(source);
        Assert.Equal(html, SessionFixture.Text(session.Displays.Single(), "text/html"));
    }

    [Fact]
    public async Task HTML_is_a_result_as_it_is()
    {
        await session.OkAsync("HTML(\"<b>bold</b>\")");
        Assert.Equal(
            "<b>bold</b>", SessionFixture.Text(session.Outputs.OfType<ResultOutput>().Single().Data, "text/html"));
    }

    [Fact]
    public async Task Text_of_another_type_is_displayed_as_it_is_and_JSON_as_JSON()
    {
        await session.OkAsync(
            "display(\"# Title\", \"text/markdown\");\ndisplay(new { A = 1 }, \"application/json\");");
        Assert.Equal("# Title", SessionFixture.Text(session.Displays.First(), "text/markdown"));
        Assert.Equal(1, session.Displays.Last().Data["application/json"]!["A"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_type_without_a_formatter_for_what_was_asked_is_an_error()
    {
        ErrorOutput error = await session.FailAsync("display(42, \"image/png\");");
        Assert.Contains("int has no formatter for the MIME type image/png", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_can_be_updated_in_a_later_cell()
    {
        await session.OkAsync("var shown = display(1, \"text/plain\");\nvar other = display(2);");
        string?[] ids = [.. session.Outputs.OfType<DisplayOutput>().Select(output => output.DisplayId)];
        Assert.NotEqual(ids[0], ids[1]);
        await session.OkAsync("shown.Update(3);");
        var update = Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs));
        Assert.True(update.IsUpdate);
        Assert.Equal(ids[0], update.DisplayId);
        Assert.Equal("3", SessionFixture.Text(update.Data));
    }

    [Fact]
    public async Task Displays_and_text_keep_their_order()
    {
        await session.OkAsync(
            "Console.Write(\"a\");\ndisplay(1);\nConsole.Error.Write(\"b\");\nConsole.Write(\"c\");\n2");
        Assert.Collection(
            session.Outputs,
            output => Assert.Equal(new StreamOutput("stdout", "a"), output),
            output => Assert.IsType<DisplayOutput>(output),
            output => Assert.Equal(new StreamOutput("stderr", "b"), output),
            output => Assert.Equal(new StreamOutput("stdout", "c"), output),
            output => Assert.IsType<ResultOutput>(output));
    }

    [Fact]
    public async Task Lines_are_published_while_the_cell_runs()
    {
        List<string> seen = [];
        using var folder = new SessionFixture();
        using var live = new CSharpSession(new(folder.Folder), DirectiveTable.All);
        await live.ExecuteAsync(
            $"Console.WriteLine(\"first\");\nwhile (!File.Exists(\"{folder.Folder}/go\")) await Task.Delay(1);\n"
            + "Console.WriteLine(\"second\");",
            output =>
            {
                seen.Add(((StreamOutput)output).Text);
                folder.Write("go", "");
            });
        Assert.Equal(["first\n", "second\n"], seen);
    }

    [Fact]
    public async Task Part_of_a_line_is_published_without_waiting_for_its_end()
    {
        using var folder = new SessionFixture();
        using var live = new CSharpSession(new(folder.Folder), DirectiveTable.All);
        await live.ExecuteAsync(
            $"Console.Write(\".\");\nwhile (!File.Exists(\"{folder.Folder}/go\")) await Task.Delay(1);",
            _ => folder.Write("go", ""));
        Assert.True(File.Exists(Path.Combine(folder.Folder, "go")));
    }

    [Fact]
    public async Task Nothing_that_many_threads_write_is_lost()
    {
        await session.OkAsync("Parallel.For(0, 1000, i => Console.WriteLine($\"line {i}\"));");
        string[] lines = session.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1000, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Matches(@"^line \d+$", line));
    }

    [Fact]
    public async Task A_thread_that_was_started_without_its_context_still_writes_to_the_notebook()
    {
        await session.OkAsync(
            "using System.Threading;\nvar thread = new Thread(() => Console.Write(\"unsafe\"));\n"
            + "thread.UnsafeStart();\nthread.Join();");
        Assert.Equal("unsafe", session.Stdout);
    }

    [Fact]
    public async Task Every_way_to_write_reaches_the_notebook()
    {
        await session.OkAsync(
            """
            Console.Write('a');
            Console.Write(new[] { 'b' });
            Console.Write("{0}", 'c');
            Console.Write(1.5);
            Console.WriteLine();
            Console.WriteLine("{0} {1}", 1, 2);
            Console.WriteLine(true);
            Console.WriteLine((object)null);
            await Console.Out.WriteLineAsync("async");
            Console.Out.Write("span".AsSpan());
            """);
        Assert.Equal("abc1.5\n1 2\nTrue\n\nasync\nspan", session.Stdout);
    }

    [Fact]
    public async Task What_a_thread_writes_after_its_cell_ended_comes_with_the_next_cell()
    {
        await session.OkAsync(
            $$"""
            using System.Threading;
            var go = new ManualResetEventSlim();
            var late = new Thread(() => { go.Wait(); Console.WriteLine("late"); 7.Display(); });
            late.Start();
            AppContext.SetData("unrolled-test-late", (Action)(() => { go.Set(); late.Join(); }));
            """);
        ((Action)AppContext.GetData("unrolled-test-late")!)();
        Assert.Empty(session.Outputs);
        await session.OkAsync("Console.WriteLine(\"next\");");
        Assert.Equal("late\nnext\n", session.Stdout);
        Assert.Equal("7", SessionFixture.Text(session.Displays.Single()));
    }

    [Fact]
    public async Task What_comes_after_the_last_cell_is_published_when_the_session_is_closed()
    {
        List<CellOutput> outputs = [];
        var closing = new CSharpSession(new(session.Folder), DirectiveTable.All);
        await closing.ExecuteAsync(
            """
            var go = new TaskCompletionSource();
            async Task WriteLateAsync() { await go.Task; Console.Write("late"); }
            Task late = WriteLateAsync();
            AppContext.SetData("unrolled-test-late", (Action)(() => { go.SetResult(); late.Wait(); }));
            """,
            outputs.Add);
        ((Action)AppContext.GetData("unrolled-test-late")!)();
        Assert.Empty(outputs);
        closing.Dispose();
        Assert.Equal([new StreamOutput("stdout", "late")], outputs);
    }

    [Fact]
    public async Task Writing_after_the_session_was_closed_does_no_harm()
    {
        var closing = new CSharpSession(new(session.Folder), DirectiveTable.All);
        await closing.ExecuteAsync(
            "AppContext.SetData(\"unrolled-test-late\", Task () => Task.CompletedTask.ContinueWith(_ => "
            + "Console.Write(\"late\")));",
            _ => { });
        closing.Dispose();
        await ((Func<Task>)AppContext.GetData("unrolled-test-late")!)();
        Assert.Equal("1", await session.ResultAsync("1"));
    }

    [Fact]
    public async Task A_cell_that_redirects_the_console_does_not_silence_the_next_one()
    {
        await session.OkAsync(
            "var text = new StringWriter();\nConsole.SetOut(text);\nConsole.SetError(text);\n"
            + "Console.Write(\"captured\");");
        Assert.Equal("", session.Stdout);
        await session.OkAsync("Console.Write(text);\nConsole.Error.Write(\"heard\");");
        Assert.Equal("captured", session.Stdout);
        Assert.Equal("heard", session.Stderr);
    }

    [Theory]
    [InlineData("Console.ReadLine();")]
    [InlineData("Console.Read();")]
    [InlineData("Console.In.ReadToEnd();")]
    [InlineData("await Console.In.ReadLineAsync();")]
    [InlineData("Console.In.ReadBlock(new char[1], 0, 1);")]
    public async Task Input_is_refused_and_the_error_says_why(string source)
    {
        ErrorOutput error = await session.FailAsync(source);
        Assert.Contains("input requests are refused", error.Message, StringComparison.Ordinal);
    }
}
