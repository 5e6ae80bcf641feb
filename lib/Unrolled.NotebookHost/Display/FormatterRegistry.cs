using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// Turns any value into MIME types: by the type's own formatters, else by its <c>ToHtml</c>, else by its members
/// and items. There is always <c>text/plain</c>.
/// </summary>
internal sealed class FormatterRegistry
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    private readonly ConcurrentDictionary<Type, TypeFormatters> known = new();

    /// <summary>The value in the MIME types that suit it, the richest first.</summary>
    /// <exception cref="InvalidOperationException">
    /// Its type prefers a MIME type that it has no formatter for.
    /// </exception>
    public MimeBundle Format(object? value)
    {
        switch (value)
        {
            case MimeBundle bundle:
                return bundle;
            case HtmlString html:
                return MimeBundle.Of((Html, html.ToString()), (Plain, html.ToString()));
            case null:
                return MimeBundle.Of((Plain, InlineText.Null));
        }

        TypeFormatters own = FormattersOf(value.GetType());
        if (own.IsEmpty && !own.HasToHtml)
            return FormatByShape(value);
        var data = new JsonObject();
        foreach (string mimeType in own.MimeTypes.Append(Plain).Distinct())
            data[mimeType] = Content(FormatAs(value, mimeType), mimeType);
        return new MimeBundle(data);
    }

    /// <summary>The value in the requested MIME types; none means those that suit it.</summary>
    public MimeBundle Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (mimeTypes.Count == 0)
            return Format(value);
        value = value is null ? null : LazySequence.Settle(value);
        var data = new JsonObject();
        foreach (string mimeType in mimeTypes)
            data[mimeType] = Content(FormatAs(value, mimeType), mimeType);
        return new MimeBundle(data);
    }

    private string FormatAs(object? value, string mimeType)
    {
        if (value is not null && FormattersOf(value.GetType()).TryFormat(value, mimeType, out string? formatted))
            return formatted;
        return mimeType switch
        {
            Plain => value is HtmlString ? value.ToString()! : ShapeText.Of(value),
            Html => value is HtmlString ? value.ToString()! : ShapeHtml.Of(value),
            "application/json" => JsonSerializer.Serialize(value, JsonOptions),
            _ when value is string or HtmlString => value.ToString()!,
            _ => throw new InvalidOperationException(
                $"{(value is null ? "null" : TypeNames.Of(value.GetType()))} has no formatter for the MIME "
                + $"type {mimeType}."),
        };
    }

    private static MimeBundle FormatByShape(object value)
    {
        value = LazySequence.Settle(value);
        return ObjectTableBuilder.TryBuild(value) is { } table
            ? MimeBundle.Of((Html, ObjectTableHtml.Render(table)), (Plain, ObjectTableText.Render(table)))
            : MimeBundle.Of((Plain, ShapeText.Of(value)));
    }

    private TypeFormatters FormattersOf(Type type) => known.GetOrAdd(type, TypeFormatters.Read);

    private static readonly JsonSerializerOptions JsonOptions =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    // nbformat holds JSON types as JSON and everything else as text.
    private static JsonNode? Content(string content, string mimeType)
    {
        if (mimeType != "application/json" && !mimeType.EndsWith("+json", StringComparison.Ordinal))
            return content;
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return content;
        }
    }
}
