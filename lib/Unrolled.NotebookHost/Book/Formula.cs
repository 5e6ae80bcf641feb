namespace Unrolled.NotebookHost.Book;

/// <summary>Formulas as their TeX, which the page's script turns into KaTeX's rendering where it can.</summary>
internal static class Formula
{
    /// <summary>A formula in a line of text.</summary>
    public static string Inline(string tex) => Render("span", "math", tex);

    /// <summary>A formula on its own.</summary>
    public static string Display(string tex) => Render("div", "math display", tex) + "\n";

    /// <summary>A displayed formula inside a paragraph.</summary>
    public static string DisplayInParagraph(string tex) => Render("span", "math display", tex);

    private static string Render(string element, string classes, string tex) =>
        $"<{element} class=\"{classes}\">{Html.Encode(tex.Trim())}</{element}>";
}
