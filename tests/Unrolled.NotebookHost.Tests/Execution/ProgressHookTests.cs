using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>A library that knows nothing of the host tells it how far it has come, and is stopped by it.</summary>
[Collection(SessionTests.Name)]
public sealed class ProgressHookTests : IDisposable
{
    private readonly SessionFixture session = new();

    public ProgressHookTests() => LongWork.Build(session.Folder);

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Long_work_shows_how_far_it_has_come_until_the_cell_ends()
    {
        List<CellOutput> shown = [];

        CellResult result = await session.RunAsync(
            LongWork.Reference + $"LongWork.RunUntilThereIs(@\"{session.Folder}/enough\");", publish: output =>
            {
                shown.Add(output);
                session.Write("enough", "");
            });

        Assert.True(result.Succeeded, result.Error?.Message);
        Assert.Matches("^step [0-9]+ of 1000000000, loss 0.5", ((ProgressOutput)shown[0]).Text);
        Assert.Equal(new ProgressOutput(""), shown[^1]);
    }

    [Fact]
    public async Task An_interrupt_stops_the_work_between_two_steps()
    {
        using CancellationTokenSource interrupt = new();

        CellResult result = await session.RunAsync(
            LongWork.Reference + "LongWork.RunUntilThereIs(\"never\");", interrupt.Token,
            publish: output => interrupt.CancelAsync());

        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.Equal(2, result.Error.Line);
        Assert.Equal("True", await session.ResultAsync("LongWork.Begun > 0 && LongWork.Begun == LongWork.Done"));
    }

    [Fact]
    public async Task A_library_whose_hook_has_another_shape_is_left_alone()
    {
        LibraryBuilder.Build(session.Folder, "Other", """
            [assembly: System.Reflection.AssemblyMetadata("Notebook.Progress", "Other")]
            [assembly: System.Reflection.AssemblyMetadata("Notebook.Progress", "Missing")]
            public static class Other { public static string Progress { get; set; } = "mine"; }
            """);

        Assert.Equal("mine", await session.ResultAsync("#r \"Other.dll\"\nOther.Progress"));
    }
}
