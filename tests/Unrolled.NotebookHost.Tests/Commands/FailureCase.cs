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
        ["fail-fast"] = new(
            "Environment.FailFast(\"broken\");", Cell,
            "FailFast: Environment.FailFast ended the notebook's process: broken\n"),
        ["bad-address"] = new(
            "System.Runtime.InteropServices.Marshal.ReadInt32(new IntPtr(0x123456789));", Cell,
            "Crash: The notebook's process crashed with signal 6 (SIGABRT): System.AccessViolationException"),
        ["native-crash"] = new(
            "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int strlen(IntPtr p);\n"
            + "strlen((IntPtr)8);",
            Cell,
            "Crash: The notebook's process crashed with signal 11 (SIGSEGV)."),
        ["killed"] = new("System.Diagnostics.Process.GetCurrentProcess().Kill();", Cell,
            "Crash: The notebook's process crashed with signal 9 (SIGKILL, which the system sends too when memory runs "
            + "out)."),
        ["exit-0"] = new(
            "Environment.Exit(0);", Cell,
            "ProcessExit: The cell ended the notebook's process with exit code 0, as Environment.Exit does."),
        ["exit-3"] = new(
            "Environment.Exit(3);", Cell,
            "ProcessExit: The cell ended the notebook's process with exit code 3, as Environment.Exit does."),
        ["stack-overflow"] = new("int F(int n) => n + F(n + 1);\nF(1);", Cell, "overflowed the stack: F(int) repeated"),
        ["managed-memory"] = new(
            "var kept = new List<byte[]>();\nwhile (true)\n    kept.Add(new byte[1 << 20]);",
            Cell + ", line 3", "System.OutOfMemoryException: ", "(The limit is --memory 300 MB.)",
            "3 |     kept.Add(new byte[1 << 20]);"),
        ["native-memory"] = new(
            "while (true) unsafe { new Span<byte>((void*)System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20), "
            + "1 << 20).Fill(1); }",
            Cell, "MemoryLimit: The notebook used more than --memory 300 MB and was ended."),
        ["compile-error"] = new(
            "int y = 2;\nint z = \"a\";", Cell + ", line 2", "Cannot implicitly convert type 'string' to 'int'",
            "error CS0029", "    int z = \"a\";\n              ^^^"),
        ["exception"] = new(
            "int a = 0;\nint b = 1 / a;", Cell + ", line 2",
            "System.DivideByZeroException: Attempted to divide by zero.\n", "2 | int b = 1 / a;"),
        ["exception-elsewhere"] = new(
            "new System.Threading.Thread(() => throw new InvalidOperationException(\"far away\")).Start();\n"
            + "System.Threading.Thread.Sleep(-1);",
            Cell + ", line 1",
            "UnhandledException: An exception that nothing caught ended the notebook's process: "
            + "System.InvalidOperationException: far away\n",
            "   at lambda() in cell 2, line 1"),
        ["missing-library"] = new(
            "#r \"no-such-library.dll\"", Cell + ", line 1",
            "DirectiveError: #r: there is no library \"no-such-library.dll\""),
        ["missing-package"] = new("#r \"nuget: Unrolled.NoSuchPackage, 1.2.3\"", Cell + ", line 1",
            "DirectiveError: #r: package Unrolled.NoSuchPackage 1.2.3 could not be restored.\n",
            "NU1101: Unable to find package Unrolled.NoSuchPackage."),
        ["missing-import"] = new(
            "#!import \"setup.csx\"", Cell + ", line 1", "DirectiveError: #!import: there is no file ",
            "setup.csx; if a build writes it, the notebook belongs in the folder of that project"),
    };
}
