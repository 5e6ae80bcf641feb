using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

/// <summary>What cells show arrives as it was written. The cells end nothing, and so one worker runs them all.</summary>
public sealed class WorkerOutputTests(SharedWorker notebook) : IClassFixture<SharedWorker>
{
    private const string Native = """
        [System.Runtime.InteropServices.DllImport("libc")] static extern nint write(int file, byte[] text, nint length);
        [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);

        """;

    [Fact]
    public async Task Variables_live_from_cell_to_cell()
    {
        await ExecuteAsync("int x = 40;");
        List<CellOutput> shown = await ExecuteAsync("x + 2");

        ResultOutput result = Assert.IsType<ResultOutput>(Assert.Single(shown));
        Assert.Equal("42", result.Data.Data["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cell_runs_in_the_notebooks_folder_and_the_invariant_culture()
    {
        string text = await TextAsync("""
            Console.WriteLine(Environment.CurrentDirectory);
            Console.WriteLine($"[{System.Globalization.CultureInfo.CurrentCulture.Name}] {1.5}");
            """);

        Assert.Equal($"{notebook.Folder}\n[] 1.5\n", text);
    }

    [Theory]
    [InlineData(
        "Console.ReadLine()",
        "This notebook runs unattended: input requests are refused. Give the value in the cell instead.")]
    [InlineData(
        "Console.In.ReadToEnd()",
        "This notebook runs unattended: input requests are refused. Give the value in the cell instead.")]
    [InlineData(
        "Console.ReadKey()", "A notebook has no keyboard to read keys from. Give the value in the cell instead.")]
    public async Task A_cell_that_asks_for_input_is_refused(string request, string refusal)
    {
        CellResult result = await notebook.Worker.ExecuteAsync(
            new RunCellRequest(1, "a", $"int a = 1;\n{request}"), _ => { });

        Assert.Equal(refusal, result.Error!.Message);
        Assert.Equal(2, result.Error.Line);
    }

    [Fact]
    public async Task A_cell_reads_the_lines_that_are_typed_for_it()
    {
        Queue<string?> typed = new(["a b", "", "z", "rest", null]);
        List<CellOutput> shown = [];

        CellResult result = await notebook.Worker.ExecuteAsync(
            new RunCellRequest(
                1, "a", "(Console.ReadLine(), Console.ReadLine(), (char)Console.Read(), Console.In.ReadToEnd())"),
            shown.Add,
            readLine: () => Task.FromResult(typed.Dequeue()));

        Assert.True(result.Succeeded, result.Error?.Message);
        Assert.Equal(
            "(a b, , z, ⏎rest⏎)", shown.OfType<ResultOutput>().Single().Data.Data["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ten_million_characters_arrive_whole()
    {
        string text = await TextAsync("""
            Console.Write(new string('x', 5_000_000) + "\r\n");
            for (int i = 0; i < 50_000; i++) Console.WriteLine(new string('y', 99));
            """);

        Assert.Equal(10_000_002, text.Length);
        Assert.Equal(new string('x', 5_000_000) + "\r\n", text[..5_000_002]);
        Assert.All(text[5_000_002..].Split('\n')[..^1], line => Assert.Equal(new string('y', 99), line));
    }

    [Theory]
    [InlineData("zero \0, escape \u001b[31m, separators \u001e \u2028 \u0085, mark \ufeff")]
    [InlineData("quotes \" \\ ' < > & and 漢字, e\u0301, 👩‍🔬")]
    public async Task Unusual_characters_arrive_as_written(string written)
    {
        string codes = string.Join(", ", written.Select(character => (int)character));

        Assert.Equal(
            written, await TextAsync(
                $"Console.Write(new string(new[] {{ {codes} }}.Select(code => (char)code).ToArray()));"));
    }

    [Fact]
    public async Task A_surrogate_pair_written_in_two_halves_arrives_as_one_character() =>
        Assert.Equal("<😀>", await TextAsync("""
            Console.Write("<\ud83d");
            Console.Write("\ude00>");
            """));

    [Fact]
    public async Task A_lone_surrogate_is_replaced_and_breaks_nothing() =>
        Assert.Equal("a\ufffdb", await TextAsync("""Console.Write("a\udc00b");"""));

    [Fact]
    public async Task What_native_code_writes_arrives_before_the_cell_ends()
    {
        string text = await TextAsync(Native + """
            write(1, System.Text.Encoding.UTF8.GetBytes("raw é\n"), 7);
            puts("buffered by C");
            """);

        Assert.Equal("raw é\nbuffered by C\n", text);
    }

    [Fact]
    public async Task What_a_started_process_writes_arrives() =>
        Assert.Equal(
            "from a child\n",
            await TextAsync("""System.Diagnostics.Process.Start("echo", "from a child").WaitForExit();"""));

    [Fact]
    public async Task Standard_output_and_error_stay_apart()
    {
        List<CellOutput> shown = await ExecuteAsync("""
            Console.Write("out");
            Console.Error.Write("err");
            """);

        Assert.Equal([new StreamOutput("stdout", "out"), new StreamOutput("stderr", "err")], shown);
    }

    private async Task<List<CellOutput>> ExecuteAsync(string source)
    {
        List<CellOutput> shown = [];
        CellResult result = await notebook.Worker.ExecuteAsync(new RunCellRequest(1, "a", source), shown.Add);
        Assert.True(result.Succeeded, result.Error?.Message);
        return shown;
    }

    private async Task<string> TextAsync(string source) =>
        string.Concat((await ExecuteAsync(source)).Cast<StreamOutput>().Select(stream => stream.Text));
}

/// <summary>A worker for all tests of a class.</summary>
public sealed class SharedWorker : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The folder of the notebook.</summary>
    public string Folder => folder.Path;

    /// <summary>The worker.</summary>
    internal WorkerProcess Worker { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Worker = await WorkerProcess.StartAsync(folder.Path, new WorkerLimits());

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Worker.DisposeAsync();
        folder.Dispose();
    }
}
