using System.Diagnostics;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// Runs a notebook's code cells in a worker with nbclient's rules and writes what they show into the cells: blank cells
/// and those tagged <c>skip-execution</c> are left as they are, the first failure ends the notebook unless its cell is
/// tagged <c>raises-exception</c>. The claims of a Markdown cell are evaluated where it stands.
/// </summary>
internal sealed class NotebookExecutor(
    WorkerLimits limits, TimeSpan? notebookTimeout, bool claimsMustHold, IRunObserver observer)
{
    /// <summary>Runs the cells.</summary>
    /// <param name="notebook">The notebook of the cells.</param>
    /// <param name="cells">All of the notebook's cells, in order; those with code are run.</param>
    /// <param name="cancellationToken">Ends the worker; the cells that have not run are reported so.</param>
    /// <returns>A report for each code cell and for each claim.</returns>
    /// <exception cref="WorkerEndedException">The worker did not start; no cell has run.</exception>
    public async Task<ExecutionReport> ExecuteAsync(
        NotebookSource notebook, IReadOnlyList<NotebookCell> cells, CancellationToken cancellationToken)
    {
        NotebookCell[] code = [.. cells.Where(cell => cell.Kind == CellKind.Code)];
        CellReport[] reports =
            [.. code.Select((cell, i) => new CellReport(i + 1, cell.Id, cell.Source, CellOutcome.NotRun))];
        ClaimReport[] claims =
            [.. cells.SelectMany(
                cell => Claim.Of(cell, notebook.Name).Select(claim => ClaimReport.NotReached(cell, claim)))];
        ExecutionReport execution = new(reports, claims);
        observer.NotebookStarted(notebook, code.Length);
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            await using WorkerProcess worker = await WorkerProcess.StartAsync(
                notebook.Folder, limits, cancellationToken);
            using Timer? timeout = notebookTimeout is { } limit
                ? new Timer(_ => worker.End(WorkerErrors.NotebookTimeout(limit)), null, limit, Timeout.InfiniteTimeSpan)
                : null;
            OutputCollector outputs = new();
            int number = 0, count = 0, claimed = 0;
            foreach (NotebookCell cell in cells)
            {
                foreach (Claim claim in Claim.Of(cell, notebook.Name))
                    claims[claimed++] = await EvaluateAsync(worker, cell, claim, cancellationToken);
                if (cell.Kind != CellKind.Code)
                    continue;
                int i = number++;
                if (!cell.Runs)
                {
                    reports[i] = reports[i] with { Outcome = CellOutcome.Skipped };
                    continue;
                }
                observer.CellStarted(notebook, number, clock.Elapsed);
                outputs.BeginCell(cell, ++count);
                reports[i] = await RunCellAsync(worker, notebook, cell, reports[i], outputs, cancellationToken);
                observer.CellFinished(notebook, reports[i]);
                if (reports[i].Outcome == CellOutcome.Failed)
                    return execution;
            }
            if (count > 0)
                await FinishAsync(worker, notebook, outputs);
        }
        catch (OperationCanceledException)
        {
            // The reports show how far it came.
        }
        return execution;
    }

    private async Task<ClaimReport> EvaluateAsync(
        WorkerProcess worker, NotebookCell cell, Claim claim, CancellationToken cancellationToken)
    {
        ConditionResult result = await ValueAsync(claim.Holds);
        // The number of seeds is the part of this condition that is no literal.
        ConditionResult? seeds = claim.Seeds is null ? null : await ValueAsync($"({claim.Seeds}) > 0");
        ClaimOutcome outcome = result.Holds == true && seeds?.Holds != false && seeds?.Error is null
            ? ClaimOutcome.Holds
            : claimsMustHold ? ClaimOutcome.Fails : ClaimOutcome.Differs;
        return new ClaimReport(
            cell.Id, claim, outcome, [.. result.Parts.Select(part => KeyValuePair.Create(part.Part, part.Value))],
            seeds?.Parts.FirstOrDefault()?.Value, result.Error ?? seeds?.Error);

        // What ends the process fails the claim; the cells that follow fail with it, and say why.
        async Task<ConditionResult> ValueAsync(string condition)
        {
            try
            {
                return await worker.EvaluateAsync(condition, cancellationToken);
            }
            catch (WorkerEndedException ended)
            {
                return ConditionResult.Failed($"{ended.Error.Name}: {ended.Error.Message}");
            }
        }
    }

    private async Task<CellReport> RunCellAsync(
        WorkerProcess worker, NotebookSource notebook, NotebookCell cell, CellReport report, OutputCollector outputs,
        CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            RunCellRequest request = new(report.Number, report.Id, report.Source);
            ErrorOutput? error = (await worker.ExecuteAsync(request, Show, cancellationToken)).Error;
            bool failed = error is not null && !cell.Tags.Contains(CellTags.RaisesException);
            return report with
            {
                Outcome = failed ? CellOutcome.Failed : CellOutcome.Passed,
                Elapsed = clock.Elapsed,
                Error = failed ? error : null,
            };
        }
        catch (WorkerEndedException ended)
        {
            // No tag allows this: the notebook's variables are lost with the process.
            Show(ended.Error);
            return report with { Outcome = CellOutcome.Failed, Elapsed = clock.Elapsed, Error = ended.Error };
        }
        finally
        {
            outputs.EndCell();
        }

        void Show(CellOutput output) => this.Show(notebook, outputs, output);
    }

    // Text that threads write after the last cell belongs to that cell.
    private async Task FinishAsync(WorkerProcess worker, NotebookSource notebook, OutputCollector outputs)
    {
        await worker.FinishAsync(output => Show(notebook, outputs, output));
        outputs.EndCell();
    }

    private void Show(NotebookSource notebook, OutputCollector outputs, CellOutput output)
    {
        if (output is not ProgressOutput)
            outputs.Add(output);
        observer.CellShowed(notebook, output);
    }
}

/// <summary>The report of an execution.</summary>
/// <param name="Cells">The notebook's code cells, in order.</param>
/// <param name="Claims">Its claims, in order.</param>
internal sealed record ExecutionReport(IReadOnlyList<CellReport> Cells, IReadOnlyList<ClaimReport> Claims);
