using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// papermill's parameters: a new cell behind the one tagged <c>parameters</c> that assigns the given values, so that
/// the declared types stay.
/// </summary>
internal static class ParameterInjection
{
    /// <summary>The cells to run: the notebook's own, and the new one where there are values.</summary>
    /// <exception cref="UsageException">A name is not declared, or a value does not fit its type.</exception>
    public static IReadOnlyList<NotebookCell> Apply(
        Notebook notebook, string name, IReadOnlyList<ParameterValue> values)
    {
        if (values.Count == 0)
            return notebook.Cells;
        int index = notebook.Cells.ToList().FindIndex(cell => cell.Tags.Contains(CellTags.Parameters));
        if (index < 0)
            throw new UsageException($"{name}: no cell is tagged '{CellTags.Parameters}', so -p has nothing to set.");
        IReadOnlyList<DeclaredParameter> declared = DeclaredParameter.In(notebook.Cells[index].Source);
        string[] assignments = [.. values.Select(value => Assignment(value, declared, name))];
        NotebookCell injected = new(CellJson(assignments, hasIds: notebook.Cells[index].Id.Length > 0));
        return
        [
            .. notebook.Cells.Take(index + 1),
            injected,
            .. notebook.Cells.Skip(index + 1).Where(cell => !IsInjected(cell)),
        ];
    }

    /// <summary>Whether a cell stems from <see cref="Apply"/>, in this run or in an earlier one.</summary>
    public static bool IsInjected(NotebookCell cell) => cell.Tags.Contains(CellTags.InjectedParameters);

    private static string Assignment(ParameterValue value, IReadOnlyList<DeclaredParameter> declared, string notebook)
    {
        DeclaredParameter parameter = declared.FirstOrDefault(known => known.Name == value.Name)
            ?? throw new UsageException(
                $"{notebook}: there is no parameter '{value.Name}'. " +
                (declared.Count == 0
                    ? "Its parameters cell declares none."
                    : $"It has: {string.Join(", ", declared.Select(known => known.Name))}."));
        if (parameter.IsConstant)
            throw new UsageException($"{notebook}: the parameter '{value.Name}' is a constant and cannot be set.");
        string literal = CSharpLiteral.For(value.Text, parameter.Type)
            ?? throw new UsageException(
                $"{notebook}: the parameter '{value.Name}' is of type {parameter.Type}; '{value.Text}' is not.");
        return $"{value.Name} = {literal};";
    }

    private static JsonObject CellJson(string[] assignments, bool hasIds)
    {
        JsonObject cell = new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(CellTags.InjectedParameters) },
            ["outputs"] = new JsonArray(),
            ["source"] = new JsonArray(
                [.. assignments.Select((line, i) => (JsonNode)(i < assignments.Length - 1 ? line + "\n" : line))]),
        };
        if (hasIds)
            cell.Insert(2, "id", CellTags.InjectedParameters);
        return cell;
    }
}

/// <summary>A value given on the command line as <c>name=value</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Text">The value as it was typed.</param>
internal sealed record ParameterValue(string Name, string Text)
{
    /// <exception cref="FormatException">The text is not of the form <c>name=value</c>.</exception>
    public static ParameterValue Parse(string argument)
    {
        int equals = argument.IndexOf('=');
        return equals > 0
            ? new ParameterValue(argument[..equals].Trim(), argument[(equals + 1)..])
            : throw new FormatException($"'{argument}' is not of the form name=value.");
    }
}
