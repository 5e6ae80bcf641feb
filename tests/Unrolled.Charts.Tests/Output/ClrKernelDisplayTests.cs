using ClrKernel.Core.Primitives;

namespace Unrolled.Charts.Tests.Output;

public class ClrKernelDisplayTests
{
    [Fact]
    public void A_figure_is_shown_as_its_html()
    {
        Figure figure = new Figure("f").Line([1.0, 2]);

        Assert.Contains($"data-figure=\"{figure.Digest}\"", DisplayFormatters.ToHtml(new DisplayObject(figure)).Html);
    }

    [Fact]
    public void A_grid_of_figures_is_shown_as_its_html()
    {
        FigureGrid grid = Figure.Grid([new Figure("f").Line([1.0, 2])]);

        Assert.Contains($"data-figure=\"{grid.Digest}\"", DisplayFormatters.ToHtml(new DisplayObject(grid)).Html);
    }

    [Fact]
    public void Registering_again_does_not_hide_what_was_registered_by_others_in_between()
    {
        _ = new Table("t", "a");
        DisplayFormatters.Register(
            typeof(DisplayObject), typeof(DisplayHtml), value => new DisplayHtml($"<u>{value.Value}</u>"));

        ClrKernelDisplay.Register();

        Assert.Equal("<u>x</u>", DisplayFormatters.ToHtml(new DisplayObject("x")).Html);
        Assert.Contains("<table", DisplayFormatters.ToHtml(new DisplayObject(new Table("t", "a"))).Html);
        DisplayFormatters.Register(
            typeof(DisplayObject), typeof(DisplayHtml), value => new DisplayHtml($"<i>{value.Value}</i>"));
        ClrKernelDisplay.Register();
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
