using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Book;

/// <summary>Terminal text as HTML: colours and weights become spans, every other control sequence is dropped.</summary>
internal static class AnsiText
{
    /// <summary>The text as HTML.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        AnsiStyle style = AnsiStyle.Plain;
        int position = 0;
        foreach (Match sequence in EscapeSequences.Pattern().Matches(text))
        {
            Append(html, style, text[position..sequence.Index]);
            position = sequence.Index + sequence.Length;
            if (sequence.Groups["rendition"].Success)
                style = style.Apply(sequence.Groups["rendition"].Value);
        }
        Append(html, style, text[position..]);
        return html.ToString();
    }

    private static void Append(StringBuilder html, AnsiStyle style, string text)
    {
        if (text.Length == 0)
            return;
        string encoded = Html.Encode(text);
        string attributes = style.ToAttributes();
        html.Append(attributes == "" ? encoded : $"<span{attributes}>{encoded}</span>");
    }
}

/// <summary>The style of text after the SGR sequences so far (ECMA-48 8.3.117, xterm's 256 colours).</summary>
/// <param name="Foreground">A palette index 0–15 or a CSS colour; null for the page's own.</param>
/// <param name="Background">The same for the background.</param>
/// <param name="Bold">SGR 1.</param>
/// <param name="Faint">SGR 2.</param>
/// <param name="Italic">SGR 3.</param>
/// <param name="Underline">SGR 4.</param>
/// <param name="Strike">SGR 9.</param>
/// <param name="Inverse">SGR 7: foreground and background change places.</param>
internal sealed record AnsiStyle(
    string? Foreground, string? Background, bool Bold, bool Faint, bool Italic, bool Underline, bool Strike,
    bool Inverse)
{
    private static readonly int[] CubeLevels = [0, 95, 135, 175, 215, 255];

    /// <summary>No style.</summary>
    public static AnsiStyle Plain { get; } = new(null, null, false, false, false, false, false, false);

    /// <summary>The style after one SGR sequence.</summary>
    /// <param name="parameters">The text between <c>ESC [</c> and <c>m</c>.</param>
    public AnsiStyle Apply(string parameters)
    {
        var codes = new Queue<int>(
            parameters.Split(';', ':').Select(code => int.TryParse(code, out int number) ? number : 0));
        AnsiStyle style = this;
        while (codes.TryDequeue(out int code))
            style = style.Apply(code, codes);
        return style;
    }

    /// <summary>The attributes of a span; empty for the plain style.</summary>
    public string ToAttributes()
    {
        (string? front, string? back) = Inverse
            ? (Background ?? "inverse", Foreground ?? "inverse")
            : (Foreground, Background);
        var classes = new List<string>();
        var rules = new List<string>();
        AddColour(front, "fg", "color", classes, rules);
        AddColour(back, "bg", "background-color", classes, rules);
        AddIf(Bold, "bold");
        AddIf(Faint, "faint");
        AddIf(Italic, "italic");
        AddIf(Underline, "underline");
        AddIf(Strike, "strike");
        return (classes.Count > 0 ? $" class=\"{string.Join(' ', classes)}\"" : "")
            + (rules.Count > 0 ? $" style=\"{string.Join(';', rules)}\"" : "");

        void AddIf(bool condition, string name)
        {
            if (condition)
                classes.Add($"ansi-{name}");
        }
    }

    private static void AddColour(
        string? colour, string name, string property, List<string> classes, List<string> rules)
    {
        if (colour is null)
            return;
        if (colour[0] == '#')
            rules.Add($"{property}:{colour}");
        else
            classes.Add($"ansi-{name}-{colour}");
    }

    private AnsiStyle Apply(int code, Queue<int> rest) => code switch
    {
        0 => Plain,
        1 => this with { Bold = true },
        2 => this with { Faint = true },
        3 => this with { Italic = true },
        4 => this with { Underline = true },
        7 => this with { Inverse = true },
        9 => this with { Strike = true },
        22 => this with { Bold = false, Faint = false },
        23 => this with { Italic = false },
        24 => this with { Underline = false },
        27 => this with { Inverse = false },
        29 => this with { Strike = false },
        >= 30 and <= 37 => this with { Foreground = Palette(code - 30) },
        38 => this with { Foreground = Extended(rest) ?? Foreground },
        39 => this with { Foreground = null },
        >= 40 and <= 47 => this with { Background = Palette(code - 40) },
        48 => this with { Background = Extended(rest) ?? Background },
        49 => this with { Background = null },
        >= 90 and <= 97 => this with { Foreground = Palette(code - 90 + 8) },
        >= 100 and <= 107 => this with { Background = Palette(code - 100 + 8) },
        _ => this,
    };

    private static string? Extended(Queue<int> rest)
    {
        if (!rest.TryDequeue(out int kind))
            return null;
        if (kind == 5 && rest.TryDequeue(out int index))
            return Indexed(index);
        return kind == 2
            && rest.TryDequeue(out int red)
            && rest.TryDequeue(out int green)
            && rest.TryDequeue(out int blue)
            ? Rgb(red, green, blue)
            : null;
    }

    private static string? Indexed(int index) => index switch
    {
        < 0 or > 255 => null,
        < 16 => Palette(index),
        < 232 => Rgb(CubeLevels[(index - 16) / 36], CubeLevels[(index - 16) / 6 % 6], CubeLevels[(index - 16) % 6]),
        _ => Rgb(8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232)),
    };

    private static string Palette(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Rgb(int red, int green, int blue) => $"#{red & 255:x2}{green & 255:x2}{blue & 255:x2}";
}
