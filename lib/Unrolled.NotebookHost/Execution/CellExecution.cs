using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>One run of one cell: its parts in order, imported files included.</summary>
internal sealed class CellExecution(
    ScriptSource cell,
    ScriptChain script,
    IReadOnlyList<IDirective> directives,
    PackageRestorer packages,
    DisplayContext display,
    CancellationToken interrupt)
{
    private readonly List<Action> atEnd = [];

    /// <summary>The notebook's variables, types and references.</summary>
    public ScriptChain Script => script;

    /// <summary>The notebook's packages.</summary>
    public PackageRestorer Packages => packages;

    /// <summary>Where values are shown.</summary>
    public DisplayContext Display => display;

    /// <summary>Requests the cell to stop.</summary>
    public CancellationToken Interrupt => interrupt;

    /// <summary>The files that are being imported, the outermost first.</summary>
    public Stack<string> Importing { get; } = new();

    /// <summary>Runs the cell.</summary>
    /// <exception cref="CellFailedException">It could not be compiled, or a directive failed.</exception>
    public Task RunAsync() => RunAsync(cell);

    /// <summary>Runs a text of this cell: the cell itself, or a file that it imports.</summary>
    public async Task RunAsync(ScriptSource source)
    {
        IReadOnlyList<CellPart> parts = CellSplitter.Split(source.Text);
        CellPart? last = ReferenceEquals(source, cell) ? parts.LastOrDefault(part => part is CodePart) : null;
        foreach (CellPart part in parts)
        {
            if (interrupt.IsCancellationRequested)
                throw new CellFailedException(InterruptionReport.Before(source, part.Line), hasRun: true);
            await RunAsync(source, part, isResult: ReferenceEquals(part, last));
        }
    }

    /// <summary>Registers an action to run when the cell has ended, successfully or not.</summary>
    public void AtEnd(Action action) => atEnd.Add(action);

    /// <summary>Runs the actions that were registered with <see cref="AtEnd"/>.</summary>
    public void End() => atEnd.ForEach(action => action());

    private async Task RunAsync(ScriptSource source, CellPart part, bool isResult)
    {
        try
        {
            if (part is DirectivePart directive)
                await RunDirectiveAsync(source, directive);
            else
                await RunCodeAsync(source, (CodePart)part, isResult);
        }
        catch (OperationCanceledException exception) when (interrupt.IsCancellationRequested)
        {
            throw new CellFailedException(InterruptionReport.Of(exception, source), hasRun: true);
        }
    }

    private async Task RunDirectiveAsync(ScriptSource source, DirectivePart part)
    {
        try
        {
            await Find(part.Name).ExecuteAsync(new DirectiveCall(part, source), this);
        }
        catch (DirectiveException exception)
        {
            throw new CellFailedException(DirectiveReport.Of(exception, part, source));
        }
    }

    private IDirective Find(string name) =>
        directives.FirstOrDefault(directive => directive.Names.Contains(name))
        ?? throw new DirectiveException(
            $"{name} is not a known directive. Known "
            + $"are {string.Join(", ", directives.Select(known => known.Names[0]))}.");

    private async Task RunCodeAsync(ScriptSource source, CodePart part, bool isResult)
    {
        SubmissionResult result = await script.RunAsync(part.Text, source, interrupt);
        if (!result.HasValue || result.Value is DisplayedValue)
            return;
        MimeBundle bundle = display.Formatters.Format(result.Value);
        display.Output.Publish(isResult ? new ResultOutput(bundle) : new DisplayOutput(bundle));
    }
}

/// <summary>Ends a cell with a report that is already written.</summary>
/// <param name="error">The report.</param>
/// <param name="hasRun">
/// Whether it failed while its code ran, so that its variables are kept; not so when it does not compile or a directive
/// of it fails.
/// </param>
internal sealed class CellFailedException(ErrorOutput error, bool hasRun = false) : Exception(error.Message)
{
    /// <summary>Whether it failed while its code ran.</summary>
    public bool HasRun => hasRun;

    /// <summary>The report.</summary>
    public ErrorOutput Error { get; } = error;
}
