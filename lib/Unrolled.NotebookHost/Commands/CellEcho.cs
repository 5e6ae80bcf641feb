using System.Text;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Prints the outputs of cells on the console while they run, line by line, without colours.</summary>
/// <param name="writeLine">Writes a line to the console.</param>
/// <param name="nameNotebooks">Whether each line names its notebook.</param>
internal sealed class CellEcho(Action<string> writeLine, bool nameNotebooks)
{
    private readonly Dictionary<NotebookSource, StringBuilder> openLines = [];

    /// <summary>Shows an output; text waits for the end of its line.</summary>
    public void Show(NotebookSource notebook, CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                AddText(notebook, stream.Text);
                break;
            case DisplayOutput { Data: var data }:
                AddText(notebook, PlainText(data) + "\n");
                break;
            case ResultOutput { Data: var data }:
                AddText(notebook, PlainText(data) + "\n");
                break;
            case ErrorOutput error:
                AddText(notebook, $"{error.Name}: {error.Message}\n");
                break;
        }
    }

    /// <summary>Shows the text that waits for the end of its line.</summary>
    public void Finish(NotebookSource notebook)
    {
        if (openLines.Remove(notebook, out StringBuilder? rest) && rest.Length > 0)
            WriteLine(notebook, rest.ToString());
    }

    private static string PlainText(MimeBundle bundle) => bundle.Data["text/plain"] switch
    {
        JsonValue value => value.ToString().TrimEnd('\n'),
        _ => $"[{string.Join(", ", bundle.Data.Select(representation => representation.Key))}]",
    };

    private void AddText(NotebookSource notebook, string text)
    {
        string[] lines = text.Split('\n');
        if (!openLines.TryGetValue(notebook, out StringBuilder? open))
            openLines[notebook] = open = new StringBuilder();
        foreach (string line in lines[..^1])
        {
            WriteLine(notebook, open.Append(line).ToString());
            open.Clear();
        }
        open.Append(lines[^1]);
    }

    private void WriteLine(NotebookSource notebook, string line)
    {
        string text = StreamText.Settle(EscapeSequences.Remove(line)).TrimEnd('\r');
        writeLine($"{(nameNotebooks ? notebook.Name : "  ")} │ {text}");
    }
}
