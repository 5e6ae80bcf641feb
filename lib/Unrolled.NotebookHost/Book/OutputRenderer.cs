using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>A code cell's outputs as HTML.</summary>
internal static partial class OutputRenderer
{
    // The richest first, as nbconvert orders them.
    private static readonly string[] Preferred =
    [
        "text/html", "text/markdown", "image/svg+xml", "text/latex", "image/png", "image/jpeg", "image/gif",
        "image/webp",
        "application/javascript", "application/json", "text/plain",
    ];

    /// <summary>All outputs in one element; empty when there are none.</summary>
    public static string Render(JsonArray outputs, PageContext context)
    {
        var html = new StringBuilder();
        foreach (JsonNode? output in outputs)
            html.Append(Render(output!.AsObject(), context));
        return html.Length == 0 ? "" : $"<div class=\"outputs\">\n{html}</div>\n";
    }

    /// <summary>One output.</summary>
    public static string Render(JsonObject output, PageContext context) => output.TextAt("output_type") switch
    {
        "stream" => Stream(output),
        "error" => Error(output),
        "display_data" or "execute_result" => Bundle(output, context),
        _ => "",
    };

    private static string Stream(JsonObject output)
    {
        string name = output.TextAt("name") == "stderr" ? "stderr" : "stdout";
        return Preformatted($"output stream {name}", AnsiText.ToHtml(MultilineText.Join(output["text"]).TrimEnd('\n')));
    }

    private static string Error(JsonObject output)
    {
        string title = $"<p class=\"error-title\"><strong>{Html.Encode(output.TextAt("ename") ?? "Error")}</strong> "
            + $"{AnsiText.ToHtml(output.TextAt("evalue") ?? "")}</p>";
        string traceback = string.Join('\n', output.TextsAt("traceback")).TrimEnd('\n');
        string details = traceback.Length == 0 ? "" : $"<pre tabindex=\"0\">{AnsiText.ToHtml(traceback)}</pre>";
        return $"<div class=\"output error\" role=\"group\" aria-label=\"Error\">{title}{details}</div>\n";
    }

    private static string Bundle(JsonObject output, PageContext context)
    {
        JsonObject data = output["data"]!.AsObject();
        string? mimeType = Preferred.FirstOrDefault(type => data.ContainsKey(type));
        string text = mimeType is null ? "" : MultilineText.Join(data[mimeType]);
        return mimeType switch
        {
            null => Unknown(data),
            "text/html" => Element("html", SharedScriptFiles.Externalise(text, context)),
            "text/markdown" => Element("prose", ProseRenderer.RenderOutput(text, context)),
            "image/svg+xml" => Element("image", text),
            "text/latex" => Element("latex", Latex(text)),
            "application/javascript" => Element("html", $"<script>{text}</script>"),
            "application/json" =>
                $"<div class=\"output\">{CodeListing.Render(CanonicalJson.Write(data[mimeType]), "json")}</div>\n",
            "text/plain" => Preformatted("output text", AnsiText.ToHtml(text.TrimEnd('\n'))),
            _ => Image(mimeType, data, output, context),
        };
    }

    private static string Image(string mimeType, JsonObject data, JsonObject output, PageContext context)
    {
        if (MimeContent.Bytes(mimeType, data[mimeType]) is not { } bytes)
        {
            context.Warn($"an output of type {mimeType} is not valid base64.");
            return "";
        }
        string path = context.Edition.AddAsset("output" + MimeContent.Extension(mimeType), bytes);
        string alternative = MultilineText.Join(data["text/plain"]).Trim();
        string size = Size(output, mimeType, "width") + Size(output, mimeType, "height");
        string anchor = CaptionLine().Match(alternative) is { Success: true } caption
            ? $" id=\"figure-{caption.Groups[1].Value}-{caption.Groups[2].Value}\""
            : "";
        return Element(
            "image", $"<img{anchor} src=\"{context.LinkTo(path)}\" alt=\"{Html.Encode(alternative)}\"{size}>");
    }

    private static string Size(JsonObject output, string mimeType, string dimension) =>
        output.NodeAt("metadata", mimeType, dimension) is JsonValue value && value.TryGetValue(out int pixels)
            ? $" {dimension}=\"{pixels}\""
            : "";

    // As IPython writes it: $…$, $$…$$ or a bare environment.
    private static string Latex(string text)
    {
        string tex = text.Trim();
        bool isInline = tex.StartsWith('$') && !tex.StartsWith("$$", StringComparison.Ordinal);
        return isInline ? $"<p>{Formula.Inline(tex.Trim('$'))}</p>" : Formula.Display(tex.Trim('$'));
    }

    // No type that a page can show: at least the types are named.
    private static string Unknown(JsonObject data)
    {
        string types = string.Join(", ", data.Select(entry => entry.Key));
        return types.Length == 0 ? "" : Preformatted("output text", Html.Encode($"({types})"));
    }

    // A saved figure has its caption inside the picture, and as the last line of its text.
    [GeneratedRegex(@"^Figure ([0-9]{1,3})\.([0-9]{1,3})\. .*\z", RegexOptions.Multiline)]
    private static partial Regex CaptionLine();

    private static string Element(string kind, string html) => $"<div class=\"output {kind}\">{html}</div>\n";

    private static string Preformatted(string classes, string html) =>
        html.Length == 0 ? "" : $"<pre class=\"{classes}\" tabindex=\"0\">{html}</pre>\n";
}
