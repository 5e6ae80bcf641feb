using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

[Collection(SessionTests.Name)]
public sealed class InterruptTests : IDisposable
{
    private const string Started = """((Action)AppContext.GetData("unrolled-test-started"))(); """;

    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("while (true) { }", 1)]
    [InlineData("while (true) ;", 1)]
    [InlineData("do { } while (true);", 1)]
    [InlineData("for (;;)\n    { }", 2)]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; } foreach (var i in Endless()) { }", 1)]
    [InlineData("again:\nConsole.Write(\"\");\ngoto again;", 2)]
    [InlineData("long Count(int n) => n == 0 ? 1 : Count(n - 1) + Count(n - 1);\nCount(62)", 1)]
    [InlineData(
        "async Task<long> Count(int n) => n == 0 ? 1 : await Count(n - 1) + await Count(n - 1);\nawait Count(62)", 1)]
    [InlineData("while (true)\n    try { throw new Exception(); }\n    catch (Exception) { }", 2)]
    [InlineData("Func<int, int> loop = n => { while (true) { } };\nloop(1)", 1)]
    [InlineData("Enumerable.Range(0, int.MaxValue).Count(i => { return i % 2 == 3; })", 1)]
    [InlineData("Enumerable.Range(0, int.MaxValue).Count(i => i % 2 == 3)", 1)]
    [InlineData("int n = 0;\nEnumerable.Range(0, int.MaxValue).Count((i) => (n += i) < -1)", 2)]
    [InlineData("long n = 0;\nParallel.For(0, long.MaxValue, i => n++);", 2)]
    [InlineData("object odd = (int i) => i % 2 == 3;\nwhile (true) { }", 2)]
    [InlineData(
        "async Task<long> Add(Func<long, Task<long>> next) { long n = 0; await Task.Run(async () => { "
        + "for (;;) n = await next(n); }); return n; } await Add(async n => n + 1);", 1)]
    [InlineData("class Loop { public int Value { get { while (true) { } } } }\nnew Loop().Value", 1)]
    [InlineData("class Loop { public void Run() { for (;;) { } } }\nnew Loop().Run();", 1)]
    [InlineData("int a = 1;\nSystem.Threading.Thread.Sleep(-1);", 2)]
    [InlineData("Task.Delay(-1).Wait();", 1)]
    [InlineData("new System.Threading.SemaphoreSlim(0).Wait();", 1)]
    [InlineData("new System.Collections.Concurrent.BlockingCollection<int>().Take();", 1)]
    [InlineData(
        "var thread = new System.Threading.Thread(() => { while (true) { } }) { IsBackground = true };\n"
        + "thread.Start();\nthread.Join();",
        3)]
    [InlineData("await Task.Delay(10);\nwhile (true) { }", 2)]
    [InlineData("await Task.Yield();\nwhile (true) { }", 2)]
    [InlineData("Parallel.For(0, 100, i => { while (true) { } });", 1)]
    [InlineData("await Task.Run(() => { while (true) { } });", 1)]
    public async Task An_endless_cell_stops_and_says_where(string source, int line)
    {
        CellResult result = await InterruptAsync(source);

        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.Equal("cell 1 was interrupted.", result.Error.Message);
        Assert.Equal(line, result.Error.Line);
    }

    [Theory]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    public async Task A_cell_that_awaits_for_ever_stops(string source) =>
        Assert.Equal("Interrupted", (await InterruptAsync(source)).Error!.Name);

    [Fact]
    public async Task Variables_survive_an_interrupt()
    {
        await session.OkAsync("var list = new List<int>();");

        await InterruptAsync("while (true)\n{\n    if (list.Count < 5) list.Add(list.Count);\n}");

        Assert.Equal("5", await session.ResultAsync("list.Count"));
    }

    [Fact]
    public async Task Locks_are_given_back_and_finally_blocks_run()
    {
        await session.OkAsync("var gate = new object(); string ended = \"\";");

        await InterruptAsync("lock (gate) { try { while (true) { } } finally { ended = \"finally\"; } }");

        Assert.Equal("True", await session.ResultAsync("System.Threading.Monitor.TryEnter(gate)"));
        Assert.Equal("finally", await session.ResultAsync("ended"));
    }

    [Fact]
    public async Task Tasks_that_the_cell_started_stop_too()
    {
        await session.OkAsync("long count = 0;");

        await InterruptAsync("""
            var endless = Task.Run(() => { while (true) System.Threading.Interlocked.Increment(ref count); });
            var other = Task.Run(() => { while (true) System.Threading.Interlocked.Increment(ref count); });
            await Task.WhenAll(endless, other);
            """);

        string before = await session.ResultAsync("System.Threading.Thread.Sleep(50);\ncount");
        Assert.Equal(before, await session.ResultAsync("System.Threading.Thread.Sleep(50);\ncount"));
    }

    [Fact]
    public async Task What_an_earlier_cell_started_goes_on()
    {
        await session.OkAsync("long count = 0; bool stop = false;");
        await RunAsync("var earlier = Task.Run(() => { while (!stop) count++; });", CancellationOfNobody());

        await InterruptAsync("while (true) { }");

        Assert.Equal(
            "True",
            await session.ResultAsync(
                "var before = count;\nSystem.Threading.Thread.Sleep(50);\nvar goesOn = count > before;\nstop = true;\n"
                + "goesOn"));
    }

    [Fact]
    public async Task A_thread_of_the_cells_own_goes_on_and_ends_nothing()
    {
        await session.OkAsync("bool stop = false;");

        await InterruptAsync("""
            var thread = new System.Threading.Thread(() => { while (!stop) { } }) { IsBackground = true };
            thread.Start();
            while (true) { }
            """);

        Assert.Equal("1", await session.ResultAsync("System.Threading.Thread.Sleep(50);\nstop = true;\n1"));
    }

    [Fact]
    public async Task What_was_shown_before_the_interrupt_is_kept()
    {
        await InterruptAsync("Console.Write(\"before\");\nwhile (true) { }");

        Assert.Equal("before", session.Stdout);
    }

    [Fact]
    public async Task A_cell_between_two_of_its_parts_stops_before_the_next()
    {
        using CancellationTokenSource interrupt = new();
        AppContext.SetData("unrolled-test-interrupt", (Action)interrupt.Cancel);

        CellResult result = await RunAsync(
            "((Action)AppContext.GetData(\"unrolled-test-interrupt\"))();\n#!time\nConsole.Write(\"not reached\");",
            interrupt.Token);

        Assert.Equal("cell 1 was interrupted before line 2.", result.Error!.Message);
        Assert.Equal("", session.Stdout);
    }

    [Fact]
    public async Task An_imported_file_that_never_ends_stops_too()
    {
        session.Write("loop.csx", $"int a = 1;\n{Started} while (true) {{ }}");

        CellResult result = await InterruptStartedAsync("int b = 1;\n#!import \"loop.csx\"");

        Assert.Equal("loop.csx was interrupted.", result.Error!.Message);
        Assert.Contains("   at loop.csx, line 2", result.Error.Traceback);
        Assert.Equal("   imported in cell 1, line 2", result.Error.Traceback[^1]);
    }

    [Theory]
    [InlineData("throw new OperationCanceledException(\"mine\");")]
    [InlineData("await Task.FromCanceled(new System.Threading.CancellationToken(true));")]
    public async Task A_cells_own_cancellation_is_no_interrupt(string source)
    {
        CellResult result = await RunAsync(source, CancellationOfNobody());

        Assert.NotEqual("Interrupted", result.Error!.Name);
    }

    // Each would run differently, or not compile, if the checks stood in the wrong place.
    [Theory]
    [InlineData("int n = 0;\nwhile (n < 3) n++;\nn", "3")]
    [InlineData(
        "int n = 0;\nfor (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) if (i == j) n++; else n += 10;\nn", "63")]
    [InlineData("void Set(out int x) => x = 4;\nSet(out int y);\ny", "4")]
    [InlineData("int Fail() => throw new Exception();\n1", "1")]
    [InlineData("int[] a = [1, 2];\nref int First() => ref a[0];\nFirst() = 7;\na[0]", "7")]
    [InlineData("async Task Wait() => await Task.Yield();\nawait Wait();\n2", "2")]
    [InlineData("async ValueTask<int> Get() => await Task.FromResult(3);\nawait Get()", "3")]
    [InlineData("using System.Threading.Tasks;\nTask Done() => Task.CompletedTask;\nawait Done();\n5", "5")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> twice = x => x * 2;\ntwice.Compile()(4)", "8")]
    [InlineData(
        "using System.Linq.Expressions;\nExpression<Func<int[], int>> odd = xs => xs.Count(x => x % 2 == 1);\n"
        + "odd.Compile()([1, 2, 3])",
        "2")]
    [InlineData("new[] { 1, 2, 3 }.AsQueryable().Where(x => x > 1).Select(x => x * 2).Sum()", "10")]
    [InlineData("int n = 0;\nAction add = () => n++;\nadd();\nn", "1")]
    [InlineData("delegate ref int Ref();\nint[] a = [1, 2];\nRef first = () => ref a[0];\nfirst() = 7;\na[0]", "7")]
    [InlineData("int n = 0;\nFunc<Task> add = async () => await Task.FromResult(n++);\nawait add();\nn", "1")]
    [InlineData("Func<int, Task<int>> next = async n => await Task.FromResult(n + 1);\nawait next(1)", "2")]
    [InlineData("Func<int, ValueTask> wait = async n => await Task.Delay(n);\nawait wait(1);\n3", "3")]
    [InlineData(
        "string Of(Action a) => \"action\";\nstring Of(Func<int> f) => \"function\";\nint M() => 1;\nvoid N() { }\n"
        + "Of(() => M()) + Of(() => N())",
        "functionaction")]
    [InlineData("var twice = (int x) => x * 2;\nvar later = () => Console.Write(\"\");\nlater();\ntwice(4)", "8")]
    [InlineData("object twice = (int x) => x * 2;\n((Func<int, int>)twice)(4)", "8")]
    [InlineData("Func<int> fail = () => throw new Exception();\n1", "1")]
    [InlineData(
        "Func<string> none = () => null;\nFunc<List<int>> some = () => new();\nnone() ?? some().Count + \"\"", "0")]
    [InlineData("Func<Func<int, int>, Func<int, int>> twice = f => x => f(f(x));\ntwice(x => x + 3)(1)", "7")]
    [InlineData(
        "new[] { 1, 2 }.Select(x => // a comment\n    new { x, y = x + 1 } // another\n    ).Sum(p => p.x * p.y)", "8")]
    [InlineData("Func<int, int> next = static x => x + 1;\nFunc<int, int, int> five = (_, _) => 5;\nfive(1, 2)", "5")]
    [InlineData("int n = 0;\nagain: n++;\nif (n < 3) goto again;\nn", "3")]
    [InlineData(
        "struct S { public int X { get; set; } public readonly int Twice => X * 2; }\nnew S { X = 4 }.Twice", "8")]
    [InlineData("int n = 0;\nforeach (var (a, b) in new[] { (1, 2), (3, 4) }) n += a * b;\nn", "14")]
    [InlineData("static int Odd(int n) // a comment\n    => n % 2;\nOdd(3)", "1")]
    [InlineData("Action act = delegate { };\nact();\n6", "6")]
    [InlineData("int Sum(params int[] xs)\n{\n#if true\n    return xs.Sum();\n#endif\n}\nSum(1, 2)", "3")]
    public async Task A_cell_that_can_be_interrupted_runs_as_it_is_written(string source, string expected)
    {
        CellResult result = await RunAsync(source, CancellationOfNobody());

        Assert.True(result.Succeeded, result.Error?.Message);
        Assert.Equal(expected, SessionFixture.Text(session.Outputs.OfType<ResultOutput>().Single().Data));
    }

    [Theory]
    [InlineData("int n = 0;\nwhile (n < 3) n++; undefined();", "cell 1, line 2, column 20: error CS0103")]
    [InlineData("int F(int n) => n + \"a\";", "cell 1, line 1, column 17: error CS0029")]
    [InlineData("Func<int, int> f = n =>\n    n + undefined;", "cell 1, line 2, column 9: error CS0103")]
    [InlineData("Func<int, int> f = n => n + \"a\";", "cell 1, line 1, column 25: error CS0029")]
    public async Task Compilation_errors_stand_where_they_were_written(string source, string expected)
    {
        CellResult result = await RunAsync(source, CancellationOfNobody());

        Assert.StartsWith(expected, result.Error!.Message);
    }

    [Theory]
    [InlineData("Func<int, int> f = n =>\n    // a comment\n    1 / n;\nf(0)", 3)]
    [InlineData("int F(int n) =>\n    1 / n;\nF(0)", 2)]
    [InlineData("new[] { 0 }.Select(n => n\n    .ToString()\n    .Substring(5)).ToList()", 1)]
    public async Task An_exception_is_told_in_the_line_in_which_it_was_written(string source, int line)
    {
        CellResult checkedCell = await RunAsync(source, CancellationOfNobody());
        CellResult written = await session.RunAsync(source);

        Assert.Equal(line, checkedCell.Error!.Line);
        Assert.Equal(line, written.Error!.Line);
    }

    [Fact]
    public async Task A_task_whose_result_the_cell_waits_for_can_go_on()
    {
        CellResult result = await RunAsync(
            "async Task<int> Get() { await Task.Delay(1); await Task.Yield(); return 3; }\nint n = 0;\n"
            + "for (int i = 0; i < 20; i++) n += Get().Result;\nn",
            CancellationOfNobody());

        Assert.True(result.Succeeded);
        Assert.Equal("60", SessionFixture.Text(session.Outputs.OfType<ResultOutput>().Single().Data));
    }

    // A cell that could be interrupted, and is not.
    private static CancellationToken CancellationOfNobody() => new CancellationTokenSource().Token;

    private Task<CellResult> RunAsync(string source, CancellationToken interrupt) =>
        session.RunAsync(source, interrupt);

    private Task<CellResult> InterruptAsync(string source) => InterruptStartedAsync(Started + source);

    // As soon as the cell's own code runs, which it says itself.
    private async Task<CellResult> InterruptStartedAsync(string source)
    {
        using CancellationTokenSource interrupt = new();
        TaskCompletionSource started = new();
        AppContext.SetData("unrolled-test-started", (Action)started.SetResult);
        Task<CellResult> cell = session.RunAsync(source, interrupt.Token);
        await started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.Delay(50);
        Assert.False(cell.IsCompleted, "The cell is not endless.");
        await interrupt.CancelAsync();
        return await cell.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
