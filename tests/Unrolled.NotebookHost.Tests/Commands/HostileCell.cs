namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>A cell that attacks the host, its process or its outputs, and what comes of it.</summary>
/// <param name="Source">The cell.</param>
/// <param name="Failure">What the report must say of it; null where the notebook passes.</param>
public sealed record HostileCell(string Source, string? Failure)
{
    private const string Timeout = "CellTimeout: The cell ran longer than --cell-timeout";

    private const string Native = """
        [System.Runtime.InteropServices.DllImport("libc")] static extern int close(int file);
        [System.Runtime.InteropServices.DllImport("libc")] static extern int kill(int process, int signal);

        """;

    /// <summary>Whether only the limit of time ends it.</summary>
    public bool IsEndless => Failure == Timeout;

    /// <summary>The attacks that harm nothing outside of the notebook's process, by their names.</summary>
    public static IReadOnlyDictionary<string, HostileCell> Harmless { get; } = new Dictionary<string, HostileCell>
    {
        ["endless-regex"] = new(
            "System.Text.RegularExpressions.Regex.IsMatch(new string('a', 60) + \"!\", \"^(a+)+$\")", Timeout),
        ["endless-iterator"] = new(
            "IEnumerable<int> Never() { while (true) { } yield return 1; }\nNever().First()", Timeout),
        ["stopped-process"] = new(Native + "kill(Environment.ProcessId, 19);", Timeout),
        ["deadlock"] = new(
            "var gate = new object();\nvar held = new System.Threading.ManualResetEventSlim();\n"
            + "new System.Threading.Thread(() => { lock (gate) { held.Set(); System.Threading.Thread.Sleep(-1); } })"
            + " { IsBackground = true }.Start();\nheld.Wait();\nlock (gate) { }",
            Timeout),
        ["overflow-in-ToString"] = new(
            "class Endless { public override string ToString() => $\"{this}!\"; }\nnew Endless().ToString()",
            "StackOverflow: The cell overflowed the stack"),
        ["every-handle-closed"] = new(Native + "for (int i = 3; i < 400; i++) close(i);\nConsole.Write(1);", ""),
        ["garbage-to-the-host"] = new(
            """
            // The pipes to the host have one end here; those with both are the runtime's own.
            static string Target(string handle) => new FileInfo(handle).LinkTarget ?? "";
            string[] handles = Directory.GetFiles("/proc/self/fd");
            string[][] ends = [.. handles.GroupBy(Target, (_, same) => same.ToArray())];
            foreach (string[] end in ends.Where(end => end.Length == 1 && Target(end[0]).StartsWith("pipe:")))
            {
                try
                {
                    using var pipe = new FileStream(end[0], FileMode.Open, FileAccess.Write);
                    pipe.Write("garbage\n"u8);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
            }
            System.Threading.Thread.Sleep(-1);
            """,
            "ProtocolError: The notebook's process sent a reply that cannot be read"),
        ["async-void"] = new(
            "async void Later() { await Task.Delay(10); throw new InvalidOperationException(\"late\"); }\nLater();\n"
            + "System.Threading.Thread.Sleep(-1);",
            "UnhandledException: An exception that nothing caught ended the notebook's process: "
            + "System.InvalidOperationException: late"),
        ["finalizer"] = new(
            "class Bad { ~Bad() => throw new InvalidOperationException(\"finalizer\"); }\nvoid Make() { new Bad(); }\n"
            + "while (true) { Make(); GC.Collect(); GC.WaitForPendingFinalizers(); }",
            "System.InvalidOperationException: finalizer"),
        ["thread-interrupt"] = new(
            "System.Threading.Thread.CurrentThread.Interrupt();\nSystem.Threading.Thread.Sleep(10);",
            "System.Threading.ThreadInterruptedException: "),
        ["own-cancellation"] = new(
            "throw new OperationCanceledException(\"mine\");", "System.OperationCanceledException: mine"),
        ["throwing-ToString"] = new(
            "class Bad { public override string ToString() => throw new Exception(\"no text\"); }\n"
            + "Console.WriteLine(new Bad());",
            "System.Exception: no text"),
        ["folder-deleted"] = new(
            "Directory.CreateDirectory(\"gone\");\nDirectory.SetCurrentDirectory(\"gone\");\n"
            + "Directory.Delete(\"../gone\");",
            null),
        ["console-taken"] = new(
            "Console.SetOut(TextWriter.Null);\nConsole.SetError(TextWriter.Null);\nConsole.Out.Close();", null),
        ["endless-writer"] = new(
            "new System.Threading.Thread(() => { while (true) Console.Write(\"x\"); })"
            + " { IsBackground = true }.Start();",
            null),
        ["foreground-thread"] = new(
            "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();", null),
        ["endless-exit-handler"] = new("AppDomain.CurrentDomain.ProcessExit += (_, _) => { while (true) { } };", null),
        ["culture"] = new(
            "System.Globalization.CultureInfo.CurrentCulture = (System.Globalization.CultureInfo)"
            + "System.Globalization.CultureInfo.InvariantCulture.Clone();\n"
            + "System.Globalization.CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = \"-\";",
            null),
        ["parallel-outputs"] = new(
            "Parallel.For(0, 1000, i => { Console.WriteLine(i); display(i); });", null),
        ["self-reference"] = new(
            "class Node { public Node Next => this; public int Bad => throw new Exception(); }\nnew Node()", null),
        ["infinite-sequence"] = new(
            "IEnumerable<int> All() { for (int i = 0; ; i++) yield return i; }\nAll()", null),
        ["lone-surrogates"] = new("Console.Write(\"\\ud800 \\udc00 \\0 \\u001b[31m\");", null),
    };
}
