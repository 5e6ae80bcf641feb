using System.Diagnostics;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// Runs notebooks, each in a process of its own, and saves their outputs on request. The end of one notebook
/// does not affect the others.
/// </summary>
internal sealed class NotebookBatch(
    RunOptions options, IPackageProbe packages, IFigurePainter painter, IRunObserver observer)
{
    private readonly ProjectBuilder projects = new(observer.BuildStarted);
    private readonly NotebookExecutor executor = new(
        options.Limits, options.NotebookTimeout, options.ClaimsMustHold, observer);
    private readonly FigureSaver figures = new(painter, options.Redraw);

    /// <summary>Runs the notebooks.</summary>
    /// <returns>A report for each, in the order given.</returns>
    /// <exception cref="UsageException">The options do not fit the notebooks; none has run.</exception>
    public async Task<IReadOnlyList<NotebookReport>> RunAsync(
        IReadOnlyList<NotebookSource> notebooks, CancellationToken cancellationToken)
    {
        PreparedNotebook[] prepared = [.. notebooks.Select(notebook => PreparedNotebook.Prepare(notebook, options))];
        EnsureDistinct(notebooks, "--output-dir", options.OutputFolder, "be written to");
        EnsureDistinct(notebooks, "--executed", options.ExecutedFolder, "be read from");
        NotebookReport[] reports = new NotebookReport[prepared.Length];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Jobs };
        await Parallel.ForAsync(0, prepared.Length, parallel, async (i, _) =>
        {
            reports[i] = await RunOneAsync(prepared[i], cancellationToken);
            if (reports[i].HasBegun)
                observer.NotebookFinished(reports[i]);
        });
        return reports;
    }

    private static void EnsureDistinct(
        IReadOnlyList<NotebookSource> notebooks, string option, string? folder, string verb)
    {
        if (folder is not null
            && notebooks.GroupBy(notebook => notebook.OutputPath)
                .FirstOrDefault(group => group.Count() > 1) is { } clash)
            throw new UsageException(
                $"{option}: {string.Join(" and ", clash.Select(notebook => notebook.Name))} would both {verb} "
                + $"{clash.Key}.");
    }

    private async Task<NotebookReport> RunOneAsync(PreparedNotebook notebook, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (notebook.Problem is { } problem)
                return Report(NotebookOutcome.Failed, [], problem);
            if (Executed(notebook) is { } executed)
                return executed;
            if (await WhyNotHereAsync(notebook, cancellationToken) is { } missing)
                return Report(NotebookOutcome.Skipped, [], missing);
            if (options.ExecutedFolder is { } folder)
                return Report(NotebookOutcome.Failed, [],
                    $"{notebook.Source.Name}: there is no executed copy "
                    + $"{ExecutedCopy.PathOf(notebook.Source, folder)}; write one with: "
                    + TypedCommand.Of("run", "--output-dir", folder, notebook.Source.Name));
            if (await BuildProblemAsync(notebook, cancellationToken) is { } buildProblem)
                return Report(NotebookOutcome.Failed, [], buildProblem);
            ExecutionReport execution = await executor.ExecuteAsync(
                notebook.Source, notebook.Cells, cancellationToken);
            NotebookOutcome outcome = OutcomeOf(execution);
            string? unkept = await KeepAsync(notebook, outcome, execution.Claims, cancellationToken);
            return Report(unkept is null ? outcome : NotebookOutcome.Failed, execution.Cells, unkept) with
            {
                Claims = execution.Claims,
            };
        }
        catch (OperationCanceledException)
        {
            return Report(NotebookOutcome.Interrupted, [], NotebookReport.NotStarted);
        }
        catch (Exception exception)
            when (exception is WorkerEndedException or IOException or UnauthorizedAccessException)
        {
            return Report(
                NotebookOutcome.Failed, [], $"{notebook.Source.Name}: it could not be run: {exception.Message}");
        }

        NotebookReport Report(NotebookOutcome outcome, IReadOnlyList<CellReport> cells, string? reason) =>
            new(notebook.Source, outcome, cells, clock.Elapsed, reason, notebook.Document);
    }

    private static NotebookOutcome OutcomeOf(ExecutionReport execution) =>
        execution.Cells.Any(cell => cell.Outcome == CellOutcome.Failed)
        || execution.Claims.Any(claim => claim.Outcome == ClaimOutcome.Fails) ? NotebookOutcome.Failed
        : execution.Cells.Any(cell => cell.Outcome == CellOutcome.NotRun) ? NotebookOutcome.Interrupted
        : NotebookOutcome.Passed;

    // Null where the notebook is to run, or has no copy: one that a missing package has kept from running has none.
    private NotebookReport? Executed(PreparedNotebook notebook)
    {
        if (options.ExecutedFolder is not { } folder)
            return null;
        string copy = ExecutedCopy.PathOf(notebook.Source, folder);
        return File.Exists(copy) ? ExecutedCopy.Read(notebook.Source, notebook.Document!, copy) : null;
    }

    // The kernel or the package that is lacking; null where none is.
    private async Task<string?> WhyNotHereAsync(PreparedNotebook notebook, CancellationToken cancellationToken)
    {
        if (KernelRequirement.WhyNotHere(notebook.Kernel) is { } otherKernel)
            return otherKernel;
        foreach (PackageRequirement requirement in notebook.Requirements)
            if (await packages.WhyMissingAsync(requirement, notebook, cancellationToken) is { } reason)
                return reason;
        return null;
    }

    private async Task<string?> BuildProblemAsync(PreparedNotebook notebook, CancellationToken cancellationToken)
    {
        if (!options.Build)
            return null;
        foreach (string project in ProjectBuilder.ProjectsAbove(notebook.Source.Folder))
            if (await projects.BuildAsync(project, cancellationToken) is { } problem)
                return problem;
        return null;
    }

    // A notebook is saved whole or not at all; the output folder gets what there is. Null when all went well.
    private async Task<string?> KeepAsync(
        PreparedNotebook notebook, NotebookOutcome outcome, IReadOnlyList<ClaimReport> claims,
        CancellationToken cancellationToken)
    {
        try
        {
            if (options.OutputFolder is { } folder)
            {
                string copy = ExecutedCopy.PathOf(notebook.Source, folder);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                DurableFile.WriteAllText(copy, ExecutedCopy.TextOf(notebook.Document!, notebook.Cells, claims));
            }
            if (options.Save && outcome == NotebookOutcome.Passed)
            {
                await figures.SaveAsync(notebook.Document!.Cells, notebook.Figures, cancellationToken);
                return Save(notebook.Source, notebook.ToJsonWithoutInjected(), notebook.Document.Version!);
            }
            return null;
        }
        catch (OperationCanceledException)
        {
            return $"{notebook.Source.Name}: it ran, and was interrupted before its outputs were saved.";
        }
        catch (BrowserException exception)
        {
            return $"{notebook.Source.Name}: it ran, and its old outputs were left as they are, because its figures "
                + $"could not be drawn: {exception.Message}.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{notebook.Source.Name}: its outputs could not be written: {exception.Message}";
        }
    }

    // An edit that somebody made while the notebook ran is worth more than its outputs, which then go beside it.
    private static string? Save(NotebookSource notebook, string text, FileVersion read)
    {
        try
        {
            DurableFile.WriteAllText(notebook.Path, text, read);
            return null;
        }
        catch (FileChangedException change)
        {
            return $"{notebook.Name}: {(change.IsGone ? "deleted" : "changed")} while it ran, and left as it is; "
                + WriteBeside(notebook, text);
        }
    }

    private static string WriteBeside(NotebookSource notebook, string text)
    {
        for (int number = 1; ; number++)
        {
            string extension = ExecutedCopy.ExtensionBeside(number);
            string shown = Path.ChangeExtension(notebook.Name, extension);
            try
            {
                DurableFile.WriteAllText(Path.ChangeExtension(notebook.Path, extension), text, FileVersion.None);
                return $"the executed notebook is {shown}.";
            }
            catch (FileChangedException)
            {
                // An earlier one has that name.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return $"its outputs could not be written to {shown} either: {exception.Message}";
            }
        }
    }
}
