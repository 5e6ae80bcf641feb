using System.Diagnostics;
using Unrolled.NotebookHost.Jupyter;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Tests.Programs;

/// <summary>Advice is printed as it can be typed.</summary>
public sealed class TypedCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_the_tool_is_installed_it_is_a_word() =>
        Assert.Equal("unrolled", TypedCommand.Start("/somewhere/tools/unrolled", folder.Path, folder.Path));

    [Fact]
    public void In_its_repository_it_is_a_project_as_README_has_it()
    {
        Directory.CreateDirectory(folder[".git"]);
        folder.Write("lib/Unrolled.NotebookHost/Unrolled.NotebookHost.csproj", "");

        Assert.Equal(
            "dotnet run --project lib/Unrolled.NotebookHost --",
            TypedCommand.Start(
                folder["artifacts/bin/Unrolled.NotebookHost"], folder["artifacts/bin"], folder.Path));
    }

    [Fact]
    public async Task Elsewhere_it_is_the_programs_own_file_and_a_shell_does_what_was_advised()
    {
        HostCopy.WriteTo(folder["a copy"]);
        folder.WriteNotebook("my notes.ipynb", "6 * 7");

        string advice = await ShellAsync("dotnet \"a copy/Unrolled.NotebookHost.dll\" check \"my notes.ipynb\"");
        const string before = "save them with: ";
        string advised = advice[(advice.IndexOf(before, StringComparison.Ordinal) + before.Length)..].Split('\n')[0];
        await ShellAsync(advised);

        Assert.Equal("dotnet \"a copy/Unrolled.NotebookHost.dll\" run --save \"my notes.ipynb\"", advised);
        Assert.Single(folder.ReadNotebook("my notes.ipynb").Cells[0].Outputs);
    }

    private async Task<string> ShellAsync(string line)
    {
        using Process shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", line])
            {
                WorkingDirectory = folder.Path,
                RedirectStandardOutput = true,
            })!;
        string output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }
}
