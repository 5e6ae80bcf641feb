using System.Text;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>The contents of MIME bundles as bytes.</summary>
internal static class MimeContent
{
    /// <summary>
    /// The bytes of an entry, decoded when it is base64 as nbformat has it for binary types; null when it is damaged.
    /// </summary>
    public static byte[]? Bytes(string mimeType, JsonNode? content)
    {
        string text = MultilineText.Join(content);
        if (mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType == "image/svg+xml")
            return Encoding.UTF8.GetBytes(text);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }

    /// <summary>The extension that a file of a MIME type has.</summary>
    public static string Extension(string mimeType) => mimeType switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/svg+xml" => ".svg",
        "application/pdf" => ".pdf",
        _ when mimeType.StartsWith("text/", StringComparison.Ordinal) => ".txt",
        _ => ".bin",
    };
}
