using System.CommandLine;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled run</c>: runs notebooks and reports what failed where.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string[]> notebooks = NotebookArgument.Create();
    private readonly ExecutionOptions execution = new();
    private readonly Option<bool> save = new("--save")
    {
        Description = "Write the outputs into the notebooks that succeed, figures as images that Chromium draws.",
    };

    private readonly Option<bool> redraw = new("--redraw")
    {
        Description = "With --save: draw every figure anew, also where its data are as they were saved.",
    };

    private readonly Option<string> outputFolder = new("--output-dir")
    {
        Description = "Write executed copies there, of notebooks that fail too.",
        HelpName = "DIR",
    };

    private readonly Option<string> report = new("--report")
    {
        Description = "Write a JUnit XML report.",
        HelpName = "FILE",
    };
    private readonly Option<ParameterValue[]> parameters = new("--parameter", "-p")
    {
        Description = "Set a variable of the cell tagged 'parameters'. Repeatable.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = OptionParsers.Parameters,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        RunCommand run = new();
        Command command = new("run", "Runs notebooks, each in a process of its own, and reports what failed where.")
        {
            run.notebooks, run.save, run.redraw, run.outputFolder, run.report, run.parameters,
        };
        run.execution.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(run.redraw) && !result.GetValue(run.save))
                result.AddError("--redraw says how figures are saved, and needs --save.");
        });
        command.SetAction((parsed, _) => run.RunAsync(parsed));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        string currentFolder = Environment.CurrentDirectory;
        using StopSignal stop = new();
        IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(parsed.GetValue(notebooks) ?? [], currentFolder);
        EnsureWritable(parsed.GetValue(outputFolder), parsed.GetValue(report));
        IReadOnlyList<NotebookReport> reports =
            await new NotebookRun(Options(parsed)).RunAsync(sources, stop.Token);
        WriteReport(parsed.GetValue(report), reports);
        return NotebookRun.ExitCode(reports, stop.Token);
    }

    // An hour's outputs are not to be lost to a folder that takes no file.
    private static void EnsureWritable(string? folder, string? file)
    {
        if (folder is not null)
            WritableFolder.Ensure(folder, $"--output-dir {folder}");
        if (file is not null)
            DurableFile.EnsureWritable(file, $"--report {file}");
    }

    private static void WriteReport(string? file, IReadOnlyList<NotebookReport> reports)
    {
        if (file is null)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            DurableFile.WriteAllText(file, JUnitReport.Write(reports));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--report {file}: {exception.Message}");
        }
    }

    private RunOptions Options(ParseResult parsed) => execution.Read(parsed) with
    {
        Save = parsed.GetValue(save),
        Redraw = parsed.GetValue(redraw),
        OutputFolder = parsed.GetValue(outputFolder),
        Parameters = parsed.GetValue(parameters) ?? [],
    };
}
