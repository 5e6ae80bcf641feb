using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>Reads and checks the JSON of a notebook; every error names the file and the place.</summary>
internal static class NotebookReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The checked document.</summary>
    /// <exception cref="NotebookFormatException">The bytes are not an nbformat 4 document.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> utf8, string name)
    {
        if (utf8.StartsWith(ByteOrderMark))
            utf8 = utf8[ByteOrderMark.Length..];
        if (ReadTree(utf8, name) is not JsonObject document)
            throw new NotebookFormatException($"{name}: not a notebook: expected a JSON object at the top.");
        NotebookStructure.Check(document, name);
        return document;
    }

    private static JsonNode? ReadTree(ReadOnlySpan<byte> utf8, string name)
    {
        if (TextPosition.OfInvalidUtf8(utf8) is { } invalid)
            throw new NotebookFormatException($"{name}({invalid}): the bytes here are not UTF-8 text.");
        try
        {
            return JsonTreeReader.Read(utf8);
        }
        catch (JsonException exception)
        {
            var position = TextPosition.Of(utf8, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            throw new NotebookFormatException(
                $"{name}({position}): not valid JSON: {WithoutPosition(exception.Message)}", exception);
        }
    }

    // System.Text.Json appends its own position, counted from zero and in bytes.
    private static string WithoutPosition(string message)
    {
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? message : message[..position];
    }
}

/// <summary>
/// A file that is not a notebook that we can read; the message names the file and, where known, line and column.
/// </summary>
public sealed class NotebookFormatException(string message, Exception? innerException = null)
    : Exception(message, innerException);
