using System.Globalization;
using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The C# of one notebook: compiles and runs its cells one after another in this process, keeping their variables,
/// types, usings and references. A cell that does not compile, or whose directive fails, changes nothing; one that
/// fails or is interrupted while it runs keeps what it has declared and assigned so far. Cells are called
/// <c>cell 1</c>, <c>cell 2</c>, … in the order in which they run, unless they are given a number.
/// </summary>
/// <remarks>
/// The process's console belongs to the session from its first cell on, so what receives the outputs must not itself
/// write to <see cref="Console"/>. What threads write between two cells comes with the next one.
/// </remarks>
internal sealed class CSharpSession : IDisposable
{
    private readonly SessionOptions options;
    private readonly IReadOnlyList<IDirective> directives;
    private readonly OutputSink output = new();
    private readonly FormatterRegistry formatters = new();
    private readonly LiveLine progress;
    private readonly PackageRestorer packages;
    private readonly ScriptChain script;
    private readonly DisplayContext display;
    private int cellCount;
    private int running;

    /// <summary>Opens a session; nothing is compiled yet.</summary>
    /// <param name="options">The notebook's folder and the reader's input.</param>
    /// <param name="directives">The directives that the cells can use, in the order in which errors list them.</param>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder does not exist.</exception>
    public CSharpSession(SessionOptions options, IReadOnlyList<IDirective> directives)
    {
        if (!Directory.Exists(options.NotebookDirectory))
            throw new DirectoryNotFoundException($"The notebook's folder does not exist: {options.NotebookDirectory}");
        this.options = options with { NotebookDirectory = Path.GetFullPath(options.NotebookDirectory) };
        this.directives = directives;
        packages = new PackageRestorer(this.options.NotebookDirectory);
        progress = new LiveLine(output, TimeProvider.System);
        script = new ScriptChain(new NotebookLoadContext(library => ProgressHook.Take(library, progress)));
        display = new DisplayContext(output, formatters, options.ReadLine);
    }

    /// <summary>The cells that have run, which completion and inspection build on.</summary>
    public ScriptChain Script => script;

    /// <summary>Runs one cell.</summary>
    /// <param name="source">The cell's text, directives included.</param>
    /// <param name="publish">
    /// Called for everything that the cell shows, in order, while it runs; its error included.
    /// </param>
    /// <param name="interrupt">
    /// Stops the cell's own code at once, wherever it is, and libraries when they return to it; the error names the
    /// place.
    /// </param>
    /// <param name="number">The number by which errors call the cell, and from which the next one counts on.</param>
    /// <exception cref="InvalidOperationException">Another cell of this session is still running.</exception>
    public async Task<CellResult> ExecuteAsync(
        string source, Action<CellOutput> publish, CancellationToken interrupt = default, int? number = null)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            throw new InvalidOperationException("A session runs one cell at a time, and one is still running.");
        output.Open(publish);
        try
        {
            // A thread of the pool has no synchronization context that a cell's .Result or .Wait() could deadlock on.
            return await Task.Run(() => RunAsync(source, number ?? cellCount + 1, interrupt), CancellationToken.None);
        }
        finally
        {
            output.Close();
            Volatile.Write(ref running, 0);
        }
    }

    /// <summary>Evaluates a condition over the cells' variables; it declares nothing and counts as no cell.</summary>
    /// <param name="condition">The condition, in C#.</param>
    /// <returns>Its value; what the compiler says or the exception where it has none.</returns>
    /// <exception cref="InvalidOperationException">A cell of this session is still running.</exception>
    public async Task<ConditionResult> EvaluateAsync(string condition)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            throw new InvalidOperationException("A condition is evaluated between cells, and one is still running.");
        try
        {
            return await Task.Run(() => ValueOfAsync(Condition.Parse(condition)));
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }

    /// <summary>
    /// Publishes what was written after the last cell ended, and removes the restored packages' project.
    /// </summary>
    public void Dispose()
    {
        output.Dispose();
        packages.Dispose();
    }

    private async Task<CellResult> RunAsync(string text, int number, CancellationToken interrupt)
    {
        EnterCell();
        cellCount = number;
        var cell = new ScriptSource($"cell {number}", text, options.NotebookDirectory);
        var execution = new CellExecution(cell, script, directives, packages, display, interrupt);
        ScriptState before = script.State;
        ErrorOutput? error = null;
        progress.Begin();
        try
        {
            await execution.RunAsync();
        }
        catch (CellFailedException failure)
        {
            error = failure.Error;
            if (!failure.HasRun)
                script.State = before;
        }
        catch (Exception exception)
        {
            error = ExceptionReport.Of(exception, cell.Name);
        }

        progress.End();
        execution.End();
        if (error is null)
            return CellResult.Success;
        output.Publish(error);
        return new CellResult(error);
    }

    private async Task<ConditionResult> ValueOfAsync(Condition condition)
    {
        EnterCell();
        ScriptState before = script.State;
        try
        {
            object?[] values = await ValuesAsync(condition);
            return new ConditionResult(
                (bool)values[0]!,
                [.. condition.Parts.Zip(values.Skip(1), (part, value) => new PartValue(part, InlineText.Of(value)))]);
        }
        catch (CellFailedException failure)
        {
            return ConditionResult.Failed(failure.Error.Message);
        }
        catch (Exception exception)
        {
            return ConditionResult.Failed($"{exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            script.State = before;
        }
    }

    // A part that has no value of its own, or declares what another uses, does not keep the condition from one.
    private async Task<object?[]> ValuesAsync(Condition condition)
    {
        try
        {
            return await RunAsync(condition.AsSubmission());
        }
        catch (CellFailedException) when (condition.Parts.Count > 0)
        {
            return await RunAsync(condition.AsSubmission(withParts: false));
        }

        async Task<object?[]> RunAsync(string text) =>
            (object?[])(await script.RunAsync(
                text, new ScriptSource("condition", text, options.NotebookDirectory), CancellationToken.None)).Value!;
    }

    // Every cell starts with the notebook's console and the invariant culture, whatever the one before did to them.
    private void EnterCell()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        NotebookConsole.Install();
        CurrentNotebook.Enter(display);
    }
}

/// <summary>The notebook of a <see cref="CSharpSession"/>.</summary>
/// <param name="NotebookDirectory">
/// The folder that relative paths in the cells' directives start from, and whose NuGet configuration counts.
/// </param>
/// <param name="ReadLine">
/// Asks the notebook's reader for a line; null from it is the end of the input. Null where no reader is present: then a
/// cell that reads from the console fails.
/// </param>
internal sealed record SessionOptions(string NotebookDirectory, Func<string?>? ReadLine = null);

/// <summary>How a cell ended.</summary>
/// <param name="Error">Why it failed, already published as an output; null when it succeeded.</param>
public sealed record CellResult(ErrorOutput? Error)
{
    /// <summary>A cell that ran to its end.</summary>
    public static CellResult Success { get; } = new((ErrorOutput?)null);

    /// <summary>True when nothing went wrong.</summary>
    public bool Succeeded => Error is null;
}
