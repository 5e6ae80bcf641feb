namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>A cell that ends its notebook, and what the user must read.</summary>
/// <param name="Source">The cell.</param>
/// <param name="Place">Where it failed.</param>
/// <param name="Phrases">What else must be said.</param>
public sealed record FailureCase(string Source, string Place, params string[] Phrases)
{
    private const string Cell = "cell 2 (id c2)";

    /// <summary>Every way to fail in a cell that does not take long, by the name of its notebook.</summary>
    public static IReadOnlyDictionary<string, FailureCase> All { get; } = new Dictionary<string, FailureCase>
    {
        ["fail-fast"] = new("Environment.FailFast(\"broken\");", Cell, "Environment.FailFast ended the notebook's process: broken"),
        ["bad-address"] = new(
            "System.Runtime.InteropServices.Marshal.ReadInt32(new IntPtr(0x123456789));", Cell, "SIGABRT", "AccessViolationException"),
        ["native-crash"] = new(
            "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int strlen(IntPtr p);\nstrlen((IntPtr)8);", Cell, "SIGSEGV"),
        ["killed"] = new("System.Diagnostics.Process.GetCurrentProcess().Kill();", Cell, "SIGKILL"),
        ["exit-0"] = new("Environment.Exit(0);", Cell, "exit code 0"),
        ["exit-3"] = new("Environment.Exit(3);", Cell, "exit code 3"),
        ["stack-overflow"] = new("int F(int n) => n + F(n + 1);\nF(1);", Cell, "overflowed the stack: F(Int32) repeated"),
        ["managed-memory"] = new(
            "var kept = new List<byte[]>();\nwhile (true)\n    kept.Add(new byte[1 << 20]);",
            Cell + ", line 3", "OutOfMemoryException", "--memory 300 MB"),
        ["native-memory"] = new(
            "while (true) unsafe { new Span<byte>((void*)System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20), 1 << 20).Fill(1); }",
            Cell, "used more than --memory 300 MB"),
        ["compile-error"] = new(
            "int y = 2;\nint z = \"a\";", Cell + ", line 2", "Cannot implicitly convert type 'string' to 'int'", "2 | int z = \"a\";"),
        ["exception"] = new("int a = 0;\nint b = 1 / a;", Cell + ", line 2", "DivideByZeroException", "2 | int b = 1 / a;"),
        ["exception-elsewhere"] = new(
            "new System.Threading.Thread(() => throw new InvalidOperationException(\"far away\")).Start();\nSystem.Threading.Thread.Sleep(-1);",
            Cell + ", line 1", "far away"),
        ["missing-library"] = new("#r \"no-such-library.dll\"", Cell, "no-such-library.dll"),
        ["missing-package"] = new("#r \"nuget: Unrolled.NoSuchPackage, 1.2.3\"", Cell, "Unrolled.NoSuchPackage"),
        ["missing-import"] = new("#!import \"setup.csx\"", Cell, "setup.csx"),
    };
}
