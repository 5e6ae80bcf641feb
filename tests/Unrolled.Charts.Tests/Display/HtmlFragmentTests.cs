using System.Runtime.Loader;
using Unrolled.Charts.Display;

namespace Unrolled.Charts.Tests.Display;

public class HtmlFragmentTests
{
    [PlotlyFact]
    public void The_first_figure_of_a_session_carries_the_scripts_and_no_other_does()
    {
        // A copy of the library with statics of its own is a session that has shown nothing yet.
        var session = new AssemblyLoadContext("a session", isCollectible: true);
        Type type = session.LoadFromAssemblyPath(typeof(Figure).Assembly.Location).GetType(typeof(Figure).FullName!)!;
        object figure = Activator.CreateInstance(type, "f", 300, 200)!;
        string[] shown = [.. Enumerable.Range(0, 3).Select(_ => (string)type.GetMethod("ToHtml")!.Invoke(figure, null)!)];
        session.Unload();

        Assert.Equal([true, false, false], shown.Select(html => html.Contains("<script data-shared=\"plotly\">")));
        Assert.Equal([true, false, false], shown.Select(html => html.Contains("<script data-shared=\"unrolled-figures\">")));
    }

    [Fact]
    public async Task Of_many_callers_at_once_one_is_the_first()
    {
        var first = new FirstCall();

        bool[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(first.IsThis)));

        Assert.Single(answers, answer => answer);
    }

    [Fact]
    public void A_later_figure_adds_less_than_half_a_kilobyte_to_its_svg()
    {
        Figure figure = new Figure("f").Line([1.0, 2]);
        _ = SharedScripts.OncePerProcess();

        Assert.InRange(figure.ToHtml().Length - figure.ToSvg().Length, 1, 500);
    }

    [Fact]
    public void The_digest_stands_once_as_an_attribute_and_on_the_root()
    {
        Figure figure = new Figure("f").Line([1.0, 2]);
        _ = SharedScripts.OncePerProcess();
        string html = figure.ToHtml();

        Assert.StartsWith($"<div class=\"unrolled-figure\" data-figure=\"{figure.Digest}\"", html);
        Assert.Equal(2, html.Split("data-figure=").Length);
        Assert.EndsWith("</div>", html);
    }
}
