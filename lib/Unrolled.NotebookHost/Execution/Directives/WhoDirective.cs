using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Lists the names of the variables.</summary>
internal sealed class WhoDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!who"];

    /// <inheritdoc/>
    public string Usage => "#!who: the names of the variables";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        string names = string.Join(", ", cell.Script.Variables.Select(variable => variable.Name));
        string text = names == "" ? "no variables yet" : names;
        cell.Display.Output.Publish(new DisplayOutput(MimeBundle.Of(("text/plain", text))));
        return Task.CompletedTask;
    }
}

/// <summary>Lists the variables with their types and values.</summary>
internal sealed class WhosDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!whos"];

    /// <inheritdoc/>
    public string Usage => "#!whos: the variables with their types and values";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        var table = new ObjectTable(
            [new ObjectTableColumn("Variable"), new ObjectTableColumn("Type"), new ObjectTableColumn("Value")],
            [.. cell.Script.Variables.Select(variable =>
                (IReadOnlyList<string>)[variable.Name, TypeNames.Of(variable.Type), ValueOf(variable.Value)])]);
        MimeBundle bundle = MimeBundle.Of(
            ("text/html", ObjectTableHtml.Render(table)), ("text/plain", ObjectTableText.Render(table)));
        cell.Display.Output.Publish(new DisplayOutput(bundle));
        return Task.CompletedTask;
    }

    // Listing a sequence must not compute it.
    private static string ValueOf(object? value) =>
        value is not null && Shape.IsLazy(value) ? "(computed when read)" : InlineText.Of(value);
}
