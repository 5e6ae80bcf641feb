using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary><c>unrolled check</c> as its caller sees it.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_just_saved_is_as_saved_and_nothing_is_written()
    {
        folder.WriteNotebook(
            "a.ipynb", "Console.WriteLine(\"one\");", "new { A = 1, B = 2.5 }",
            new TestCell("DateTime.Now.Ticks", "timing"));
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");
        string saved = File.ReadAllText(folder["a.ipynb"]);

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Contains("1 notebook: 1 as saved, 0 differ", result.Output);
        Assert.Equal(saved, File.ReadAllText(folder["a.ipynb"]));
    }

    [Fact]
    public async Task The_static_check_says_which_notebook_it_could_not_compile_and_why()
    {
        folder.WriteEmptyFeed();
        folder.Write("setup.csx", "using System;");
        JsonObject metadata = KernelMetadata.Create();
        metadata["unrolled"] = new JsonObject { ["requires"] = new JsonArray("Unrolled.NoSuchPackage@1.2.3") };
        folder.WriteNotebook(
            "a.ipynb", metadata, "#!import \"setup.csx\"", "#r \"nuget: Unrolled.NoSuchPackage, 1.2.3\"",
            "new FromThePackage()");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "--static", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Contains(
            "a.ipynb: not compiled: it requires the package Unrolled.NoSuchPackage 1.2.3, which the package feed does "
            + "not hold\n",
            result.Output);
        Assert.Contains("1 notebook: 1 in the dialect that C# kernels share, 0 not", result.Output);
    }

    [Fact]
    public async Task Every_cell_that_differs_is_told_with_both_texts()
    {
        folder.WriteNotebook("a.ipynb", "1", "Console.WriteLine(\"first\\nloss 0.5\");", "1 + 2");
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");
        folder.Write(
            "a.ipynb", File.ReadAllText(folder["a.ipynb"]).Replace("loss 0.5\\n\"", "loss 0.25\\n\"").Replace(
                "\"3\"\n", "\"4\"\n"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "a.ipynb: cell 2 (id c2), output 1, text, line 2\n  committed: loss 0.25\n  now:       loss 0.5\n",
            result.Output);
        Assert.Contains(
            "a.ipynb: cell 3 (id c3), output 1, text/plain, line 1\n  committed: 4\n  now:       3\n", result.Output);
        Assert.Contains("1 notebook: 0 as saved, 1 differs", result.Output);
        Assert.DoesNotContain("cell 1 (id c1)", result.Output);
    }

    [NightlyFact]
    public async Task A_difference_within_the_given_tolerance_passes()
    {
        folder.WriteNotebook("a.ipynb", ".30000000004");
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");
        folder.Write(
            "a.ipynb", File.ReadAllText(folder["a.ipynb"]).Replace("\"0.30000000004\"\n", "\"0.30000000009\"\n"));

        Assert.Equal(1, (await UnrolledCommand.RunAsync(folder, "check", "--tolerance", "0", "a.ipynb")).ExitCode);
        Assert.Equal(0, (await UnrolledCommand.RunAsync(folder, "check", "--tolerance", "1e-6", "a.ipynb")).ExitCode);
    }

    [Fact]
    public async Task Where_the_processor_does_not_fuse_multiply_add_the_last_digits_may_differ()
    {
        folder.WriteNotebook("a.ipynb", ".30000000004");
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");
        folder.Write(
            "a.ipynb", File.ReadAllText(folder["a.ipynb"]).Replace("\"0.30000000004\"\n", "\"0.30000000009\"\n"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, ("DOTNET_EnableAVX2", "0"), "check", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
    }

    [Fact]
    public async Task A_notebook_that_was_never_saved_differs_and_one_that_fails_is_not_compared()
    {
        folder.WriteNotebook("1.ipynb", "1");
        folder.WriteNotebook("2.ipynb", "throw new Exception(\"no\");");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", ".");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "1.ipynb: no outputs are saved in it; save them with: "
            + $"{TypedCommand.Start(null, AppContext.BaseDirectory, folder.Path)} run --save 1.ipynb",
            result.Output);
        Assert.Contains("2 notebooks: 0 as saved, 1 differs, 1 not compared", result.Output);
    }

    [NightlyFact]
    public async Task A_notebook_that_somebody_changes_while_it_runs_is_not_compared()
    {
        folder.WriteNotebook("a.ipynb", "File.AppendAllText(\"a.ipynb\", \" \");", "2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: changed while it ran, so that it could not be compared\n", result.Output);
    }

    [Theory]
    [InlineData("double δ = 1;", true)]
    [InlineData("\"苹\"", true)]
    [InlineData("\"\\u03b4\"", false)]
    public async Task The_static_check_counts_the_notebooks_whose_letters_ClrKernel_0_10_loses(string cell, bool loses)
    {
        folder.WriteNotebook("a.ipynb", "1", cell);

        CommandResult result = await InvokedCommand.OfAsync("check", "--static", folder["a.ipynb"]);

        Assert.Equal(
            loses,
            result.Output.Contains("1 notebook with letters outside ASCII in the code, all of which ClrKernel 0.10"));
    }

    [Fact]
    public async Task The_static_check_goes_on_after_a_notebook_that_it_cannot_read()
    {
        folder.Write("1.ipynb", "{ oops");
        folder.WriteNotebook("2.ipynb", "1");
        folder.Write("3.ipynb", "");

        CommandResult result = await InvokedCommand.OfAsync("check", "--static", folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("1.ipynb(line 1, column 3): not valid JSON", result.Error);
        Assert.Contains("3.ipynb(line 1, column 1): not valid JSON", result.Error);
        Assert.Contains("2.ipynb: metadata kernelspec.name is missing", result.Output);
        Assert.Contains(
            "3 notebooks: 0 in the dialect that C# kernels share, 1 not, 2 could not be read",
            result.Output);
    }

    [Fact]
    public async Task A_tolerance_that_is_none_is_bad_input()
    {
        folder.WriteNotebook("a.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "--tolerance", "much", "a.ipynb");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'much' is not a tolerance", result.Error);
    }
}
