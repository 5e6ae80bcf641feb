using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class CrashReportTests
{
    [Fact]
    public void A_stack_overflow_names_the_frames_that_repeat_and_leaves_the_hosts_out()
    {
        ErrorOutput error = CrashReport.Describe(134, """
            Stack overflow.
            Repeated 130817 times:
            --------------------------------
               at Submission#0.A(Int32)
               at Submission#0.B(Int32)
            --------------------------------
               at Submission#0.A(Int32)
               at Submission#0+<<Initialize>>d__0.MoveNext()
               at Submission#0.<Initialize>()
               at Microsoft.CodeAnalysis.Scripting.ScriptExecutionState.RunSubmissionsAsync()
            """, cell: 2, new WorkerLimits());

        Assert.Equal("The cell overflowed the stack: A(int), B(int) repeated 130817 times.", error.Message);
        Assert.Equal(
            ["   at A(int)", "   at B(int)", "   at A(int)", "   at the cell's statements"], error.Traceback.Skip(1));
    }

    [Fact]
    public void A_stack_overflow_whose_frames_the_runtime_does_not_fold_is_told_as_shortly()
    {
        string text = "Stack overflow.\n   at System.Text.StringBuilder.Append(Char)\n"
            + string.Concat(Enumerable.Repeat(
                "   at Submission#0.A(Int32) in cell 2:line 3\n   at Submission#0.B(Int32) in cell 2:line 4\n", 500));

        ErrorOutput error = CrashReport.Describe(134, text, cell: 2, new WorkerLimits());

        Assert.Matches(
            @"^The cell overflowed the stack: ([AB])\(int\).*, ([AB])\(int\).* repeated without end\.$", error.Message);
        Assert.InRange(error.Traceback.Count, 3, 12);
    }

    [Fact]
    public void An_exception_on_another_thread_is_quoted_with_its_line()
    {
        ErrorOutput error = CrashReport.Describe(134, """
            Unhandled exception. System.InvalidOperationException: in a thread
               at Submission#0.Work() in cell 1:line 7
               at Submission#1.<>c.<<Initialize>>b__0_0() in cell 2:line 3
               at System.Threading.Thread.StartHelper.Callback(Object state)
            """, cell: 2, new WorkerLimits());

        Assert.Contains("System.InvalidOperationException: in a thread", error.Message);
        Assert.Equal(3, error.Line);
    }

    [Theory]
    [InlineData(139, "signal 11 (SIGSEGV)")]
    [InlineData(136, "signal 8 (SIGFPE)")]
    [InlineData(3, "exit code 3")]
    [InlineData(0, "exit code 0")]
    public void A_silent_end_is_told_by_its_exit_code(int exitCode, string expected) =>
        Assert.Contains(expected, CrashReport.Describe(exitCode, "", 1, new WorkerLimits()).Message);

    [Fact]
    public void A_process_that_runs_out_of_memory_is_told_its_limit() =>
        Assert.Contains(
            "--memory 512 MB",
            CrashReport.Describe(134, "Out of memory.\n", 1, new WorkerLimits(null, 512 << 20)).Message);
}
