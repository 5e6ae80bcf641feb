using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The report of a failed directive: why it failed, and where it is.</summary>
internal static class DirectiveReport
{
    /// <summary>The report of a directive that failed by itself.</summary>
    public static ErrorOutput Of(DirectiveException exception, DirectivePart part, ScriptSource source) =>
        new(
            "DirectiveError",
            exception.Message,
            [
                $"{source.Name}, line {part.Line}, column {part.Column}: {exception.Message}",
                "    " + part.SourceLine,
            ],
            part.Line);

    /// <summary>The report of something that failed inside an imported file, as the importing text sees it.</summary>
    public static ErrorOutput Importing(ErrorOutput inner, DirectivePart part, ScriptSource source) =>
        inner with
        {
            Traceback = [.. inner.Traceback, $"   imported in {source.Name}, line {part.Line}"],
            Line = part.Line,
        };
}
