using ClrKernel.Core.Primitives;

namespace Unrolled.Charts.Tests.Display;

public class ClrKernelDisplayTests
{
    [Fact]
    public void A_figure_is_shown_as_its_html()
    {
        Figure figure = new Figure("f").Line([1.0, 2]);

        Assert.Contains($"data-figure=\"{figure.Digest}\"", DisplayFormatters.ToHtml(new DisplayObject(figure)).Html);
    }

    [Fact]
    public void A_table_is_shown_as_its_html()
    {
        Table table = new Table("t", "a").Row(1);

        Assert.Equal(table.ToHtml(), DisplayFormatters.ToHtml(new DisplayObject(table)).Html);
    }

    [Fact]
    public void All_other_values_are_shown_as_before()
    {
        _ = new Table("t", "a");

        Assert.Equal("<i>7</i>", DisplayFormatters.ToHtml(new DisplayObject(7)).Html);
    }
}
