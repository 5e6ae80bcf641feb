namespace Unrolled;

/// <summary>The canonical data of figures and grids.</summary>
internal static class FigureData
{
    public static string Of(FigureModel figure)
    {
        using var writer = new CanonicalWriter("figure");
        WriteFigure(writer, figure);
        return writer.Finish();
    }

    public static string Of(GridModel grid)
    {
        using var writer = new CanonicalWriter("grid");
        writer.Text("title", grid.Title);
        writer.Number("columns", grid.Columns);
        writer.Number("width", grid.Width);
        writer.Number("panelHeight", grid.PanelHeight);
        writer.Flag("shareX", grid.ShareX);
        writer.Flag("shareY", grid.ShareY);
        writer.Objects("panels", grid.Panels, panel => WriteFigure(writer, panel));
        return writer.Finish();
    }

    private static void WriteFigure(CanonicalWriter writer, FigureModel figure)
    {
        writer.Text("title", figure.Title);
        writer.Number("width", figure.Width);
        writer.Number("height", figure.Height);
        writer.Word("legend", figure.Legend);
        writer.Object("x", () => WriteAxis(writer, figure.X));
        writer.Object("y", () => WriteAxis(writer, figure.Y));
        writer.Objects("series", figure.Series, series => WriteSeries(writer, series, figure.X.Logarithmic));
        writer.Objects("references", figure.References, line => WriteReference(writer, line));
        writer.Objects("annotations", figure.Annotations, annotation => WriteAnnotation(writer, annotation));
    }

    private static void WriteAxis(CanonicalWriter writer, AxisModel axis)
    {
        writer.Text("label", axis.Label);
        writer.Flag("logarithmic", axis.Logarithmic);
        if (axis.Range is { } range)
            writer.Numbers("range", [range.Min, range.Max]);
        if (!axis.Categories.IsEmpty)
            writer.Words("categories", axis.Categories);
    }

    private static void WriteSeries(CanonicalWriter writer, Series series, bool logarithmic)
    {
        writer.Text("kind", series.Kind);
        writer.Text("name", series.Name);
        writer.Text("colour", series.Colour);
        series.Write(writer, logarithmic);
    }

    private static void WriteReference(CanonicalWriter writer, ReferenceLine line)
    {
        writer.Text("axis", line.Horizontal ? "y" : "x");
        writer.Number("value", line.Value);
        writer.Text("label", line.Label);
    }

    private static void WriteAnnotation(CanonicalWriter writer, Annotation annotation)
    {
        writer.Number("x", annotation.X);
        writer.Number("y", annotation.Y);
        writer.Text("text", annotation.Text);
    }
}
