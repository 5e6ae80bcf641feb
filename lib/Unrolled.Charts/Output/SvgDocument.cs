namespace Unrolled;

/// <summary>The root element of a drawing: size, text alternative, canonical data, white ground.</summary>
internal static class SvgDocument
{
    /// <summary>
    /// An SVG document. <paramref name="marked"/> puts the digest on its root, where no element around it has it;
    /// <paramref name="bare"/> leaves out the role, the texts and the data that an element
    /// around it or another SVG beside it carries.
    /// </summary>
    public static string Write(DrawingParts parts, bool marked, bool bare = false)
    {
        using var svg = new SvgWriter();
        string id = "f" + parts.Digest.AsSpan("sha256:".Length, 12).ToString();
        svg.Open("svg",
            ("viewBox", $"0 0 {parts.Width} {parts.Height}"), ("width", parts.Width), ("height", parts.Height),
            ("style", "max-width:100%;height:auto;background:#fff"),
            ("font-family", Theme.FontFamily), ("role", bare ? null : "img"),
            ("aria-labelledby", bare ? null : $"{id}-title {id}-desc"),
            ("data-figure", marked ? parts.Digest : null));
        if (!bare)
            DescribeIn(svg, parts, id);
        svg.Empty("rect", ("width", parts.Width), ("height", parts.Height), ("fill", Theme.Paper));
        parts.Draw(svg, id);
        svg.Close();
        return svg.Finish();
    }

    private static void DescribeIn(SvgWriter svg, DrawingParts parts, string id)
    {
        svg.Text("title", parts.Title, ("id", id + "-title"));
        svg.Text("desc", parts.Description, ("id", id + "-desc"));
        svg.Text("metadata", parts.Canonical);
    }
}
