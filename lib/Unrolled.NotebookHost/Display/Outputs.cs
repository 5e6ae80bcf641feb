using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Display;

/// <summary>An output of a running cell, an IOPub message in the Jupyter protocol.</summary>
public abstract record CellOutput;

/// <summary>Text written to a standard stream.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text as written, <c>\r</c> and ANSI escapes included.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput
{
    /// <summary>The name of the standard output stream.</summary>
    public const string StandardOutput = "stdout";

    /// <summary>The name of the standard error stream.</summary>
    public const string StandardError = "stderr";
}

/// <summary>A value shown by <c>display</c>, or an update of one shown before.</summary>
/// <param name="Data">The value in one or several MIME types.</param>
/// <param name="DisplayId">Names the display for later updates; null when it cannot be updated.</param>
/// <param name="IsUpdate">True when <paramref name="Data"/> replaces what <paramref name="DisplayId"/> showed.</param>
public sealed record DisplayOutput(MimeBundle Data, string? DisplayId = null, bool IsUpdate = false) : CellOutput;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="Data">The value in one or several MIME types.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <summary>The error of a cell, as the notebook stores it.</summary>
/// <param name="Name">The exception's type, <c>CompilationError</c>, or another name for the kind of failure.</param>
/// <param name="Message">One sentence; for a compilation error the first diagnostic.</param>
/// <param name="Traceback">
/// Lines to show, every diagnostic or the stack in the cell's own terms, without the host's frames.
/// </param>
/// <param name="Line">The 1-based line of the cell that failed, where it is known.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback, int? Line) : CellOutput;

/// <summary>
/// The line that tells how far the running cell has come. It replaces the one before it, and is never saved.
/// </summary>
/// <param name="Text">The line; empty to erase it.</param>
public sealed record ProgressOutput(string Text) : CellOutput;

/// <summary>Removes what the cell has shown so far.</summary>
/// <param name="Wait">True to keep it until something new arrives.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;

/// <summary>One value in several representations, the richest that a front end knows being the one it shows.</summary>
/// <param name="Data">
/// MIME type → content: a JSON string for text, HTML, SVG and base64 images, any JSON for <c>application/json</c>.
/// </param>
/// <param name="Metadata">What nbformat calls the output's metadata; null when there is none.</param>
public sealed record MimeBundle(JsonObject Data, JsonObject? Metadata = null)
{
    /// <summary>A bundle of strings.</summary>
    public static MimeBundle Of(params (string MimeType, string Content)[] representations)
    {
        var data = new JsonObject();
        foreach ((string mimeType, string content) in representations)
            data[mimeType] = content;
        return new MimeBundle(data);
    }
}
