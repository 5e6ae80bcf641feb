using System.Runtime.Loader;
using System.Text.Json;
using FsCheck.Fluent;
using Unrolled.Charts.Tests.Diagrams;

namespace Unrolled.Charts.Tests.Output;

public class HtmlFragmentTests
{
    [PlotlyFact]
    public void The_first_figure_of_a_session_carries_the_scripts_and_no_other_does()
    {
        // A copy of the library with statics of its own is a session that has shown nothing yet.
        var session = new AssemblyLoadContext("a session", isCollectible: true);
        Type type = session.LoadFromAssemblyPath(typeof(Figure).Assembly.Location).GetType(typeof(Figure).FullName!)!;
        object figure = Activator.CreateInstance(type, "f", 300, 200)!;
        string[] shown =
        [
            .. Enumerable.Range(0, 3).Select(_ => (string)type.GetMethod("ToHtml")!.Invoke(figure, null)!),
        ];
        session.Unload();

        Assert.Equal([true, false, false], shown.Select(html => html.Contains("<script data-shared=\"plotly\">")));
        Assert.Equal(
            [true, false, false], shown.Select(html => html.Contains("<script data-shared=\"unrolled-figures\">")));
    }

    [PlotlyFact]
    public void A_drawing_that_needs_no_chart_leaves_their_scripts_to_the_first_chart()
    {
        var session = new AssemblyLoadContext("a session", isCollectible: true);
        System.Reflection.Assembly charts = session.LoadFromAssemblyPath(typeof(Figure).Assembly.Location);
        object shapes = charts.GetType(typeof(UnrolledDiagram).FullName!)!
            .GetMethod(nameof(UnrolledDiagram.FiveShapes))!.Invoke(null, ["shapes"])!;
        object figure = Activator.CreateInstance(charts.GetType(typeof(Figure).FullName!)!, "f", 300, 200)!;
        string[] shown =
        [
            .. new[] { shapes, figure }.Select(
                drawing => (string)drawing.GetType().GetMethod("ToHtml")!.Invoke(drawing, null)!),
        ];
        session.Unload();

        Assert.Equal([false, true], shown.Select(html => html.Contains("<script data-shared=\"plotly\">")));
    }

    [Fact]
    public void A_diagram_with_a_slider_carries_all_that_it_needs_every_time()
    {
        Drawing view = DiagramGallery.Drawings["cell: lstm"]();

        Assert.All(
            new[] { view.ToHtml(), view.ToHtml() },
            html => Assert.Contains("<script data-shared=\"unrolled-steps\">", html));
    }

    [Fact]
    public async Task Of_many_callers_at_once_one_is_the_first()
    {
        var first = new FirstCall();

        bool[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(first.IsThis)));

        Assert.Single(answers, answer => answer);
    }

    [Fact]
    public void A_later_figure_adds_less_than_a_kilobyte_to_its_svg()
    {
        Figure figure = new Figure("f").Line([1.0, 2]);
        _ = SharedScripts.OncePerProcess();

        Assert.InRange(figure.ToHtml().Length - figure.ToSvg().Length, 1, 1000);
    }

    [Fact]
    public void The_layout_beside_the_data_has_the_places_of_the_svg()
    {
        Figure figure = new Figure("f").Line([1.0, 2], "y").XLabel("t").HorizontalLine(1.5, "mean");
        _ = SharedScripts.OncePerProcess();
        string json = figure.ToHtml().Split("data-layout='")[1].Split('\'')[0];
        JsonElement layout = JsonDocument.Parse(json).RootElement, panel = layout.GetProperty("panels")[0];

        foreach (JsonElement text in new[] { panel.GetProperty("title")[0], panel.GetProperty("xLabel") })
            Assert.Contains(
                $"<text x=\"{text.GetProperty("x")}\" y=\"{text.GetProperty("y")}\" "
                + $"font-size=\"{text.GetProperty("size")}\"",
                figure.ToSvg());
        Assert.Equal([680, 380], layout.GetProperty("size").EnumerateArray().Select(side => side.GetInt32()));
        Assert.DoesNotContain("layout", figure.ToSvg());
    }

    [Fact]
    public void Any_text_fits_into_the_attribute_of_the_layout() => Prop.ForAll<string>(text =>
    {
        _ = SharedScripts.OncePerProcess();
        string html = new Figure(text + "'\"<>&").Line([1.0, 2]).ToHtml();
        string json = html.Split("data-layout='")[1].Split('\'')[0];
        return JsonDocument.Parse(json).RootElement.GetProperty("size")[0].GetInt32() == 680 && !json.Contains('>');
    }).CheckSeeded();

    [Fact]
    public void The_digest_appears_once_as_an_attribute_and_on_the_root()
    {
        Figure figure = new Figure("f").Line([1.0, 2]);
        _ = SharedScripts.OncePerProcess();
        string html = figure.ToHtml();

        Assert.StartsWith($"<div class=\"unrolled-figure\" data-figure=\"{figure.Digest}\"", html);
        Assert.Equal(2, html.Split("data-figure=").Length);
        Assert.EndsWith("</div>", html);
    }
}
