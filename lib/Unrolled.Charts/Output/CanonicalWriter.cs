using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Unrolled;

/// <summary>
/// A writer of canonical data: one line of JSON in a fixed order, without absent values. The digest of a drawing is
/// taken over it, plotly.js draws from it, and nothing in it depends on the machine.
/// </summary>
internal sealed class CanonicalWriter : IDisposable
{
    private const string Format = "unrolled-figure/1";

    private readonly MemoryStream stream = new();
    private readonly Utf8JsonWriter json;

    /// <summary>Begins canonical data of a kind of drawing.</summary>
    public CanonicalWriter(string kind)
    {
        json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        Text("format", Format);
        Text("kind", kind);
    }

    /// <summary>The digest of canonical data, as in <c>data-figure</c>.</summary>
    public static string Digest(string canonical) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>Canonical data with a caption behind them.</summary>
    public static string With(string canonical, FigureCaption caption)
    {
        JsonEncodedText text = JsonEncodedText.Encode(caption.Text);
        return $$$"""{{{canonical[..^1]}}},"caption":{"number":"{{{caption.Number}}}","text":"{{{text}}}"}}""";
    }

    public string Finish()
    {
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public void Object(string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    public void Objects<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            content(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Text(string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, SafeText.Clean(text));
    }

    public void Word<T>(string name, T value) where T : struct, Enum =>
        json.WriteString(name, value.ToString().ToLowerInvariant());

    public void Words(string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (string word in words)
            json.WriteStringValue(SafeText.Clean(word));
        json.WriteEndArray();
    }

    public void Flag(string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }

    public void Number(string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(CanonicalNumber.Json(value));
    }

    public void Numbers(string name, IEnumerable<double> values)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Array(values));
    }

    public void Rows(string name, double[,] values)
    {
        json.WritePropertyName(name);
        IEnumerable<string> rows = Enumerable.Range(0, values.GetLength(0))
            .Select(row => Array(Enumerable.Range(0, values.GetLength(1)).Select(column => values[row, column])));
        json.WriteRawValue($"[{string.Join(',', rows)}]");
    }

    /// <summary>Writes positions; where they count up by one, the first of them alone.</summary>
    public void Positions(string name, double[] values)
    {
        double first = CanonicalNumber.Rounded(values[0]);
        if (values.Index().All(item => CanonicalNumber.Rounded(item.Item) == first + item.Index))
            Number("from", values[0]);
        else
            Numbers(name, values);
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }

    private static string Array(IEnumerable<double> values) =>
        $"[{string.Join(',', values.Select(CanonicalNumber.Json))}]";
}

/// <summary>
/// Numbers of canonical data: five significant digits, so that the last bits, in which machines differ, have no part in
/// a digest.
/// </summary>
internal static class CanonicalNumber
{
    public static double Rounded(double value) =>
        double.Parse(value.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;

    /// <summary>The rounded value as JSON; null where it is not finite.</summary>
    public static string Json(double value) => double.IsFinite(value)
        ? Rounded(value).ToString("R", CultureInfo.InvariantCulture)
        : "null";
}
