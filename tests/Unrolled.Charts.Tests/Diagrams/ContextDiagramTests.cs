using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Diagrams;

public class ContextDiagramTests
{
    private static readonly ElmanNetwork Network = Runs.Seeded(ElmanNetwork.Zeros(Runs.Inputs, 3, 2));

    private static readonly CellTrace Run = Runs.OfSymbols(Network);

    [Fact]
    public void Every_unit_of_every_layer_shows_its_activation()
    {
        XElement svg = XElement.Parse(new ContextDiagram(Network, Run, steps: [5]).ToSvg());

        foreach ((string layer, int units) in new[] { ("x", 5), ("context", 3), ("h", 3), ("y", 2) })
            for (int unit = 0; unit < units; unit++)
                Assert.Equal(
                    ValueText.Of(CanonicalNumber.Rounded(Run[layer][5][unit])),
                    Marked(svg, "data-text", $"{layer}:{unit}").Single().Value);
    }

    [Fact]
    public void The_context_shows_what_the_hidden_units_were_a_step_before()
    {
        XElement svg = XElement.Parse(new ContextDiagram(Network, Run, steps: [4, 5]).ToSvg());

        Assert.Equal(Marked(svg, "data-text", "h:1").First().Value, Marked(svg, "data-text", "context:1").Last().Value);
    }

    [Fact]
    public void There_is_a_learned_link_from_each_to_each_and_a_fixed_one_from_one_to_one()
    {
        XElement frame = Marked(
            XElement.Parse(new ContextDiagram(Network, Run, steps: [0]).ToSvg()), "class", "frame").Single();

        Assert.Equal(
            [5 * 3, 3 * 3, 3 * 2], Marked(frame, "class", "each-to-each").Select(links => links.Elements().Count()));
        Assert.Equal(3, frame.Descendants().Count(element => element.Attribute("stroke-dasharray") is not null));
    }

    [Fact]
    public void In_Jordans_network_the_fixed_links_come_from_the_outputs()
    {
        JordanNetwork network = Runs.Seeded(JordanNetwork.Zeros(Runs.Inputs, 3, 2));
        CellTrace run = Runs.OfSymbols(network);
        XElement frame = Marked(
            XElement.Parse(new ContextDiagram(network, run, steps: [4]).ToSvg()), "class", "frame").Single();

        Assert.Equal(
            [5 * 3, 2 * 3, 3 * 2], Marked(frame, "class", "each-to-each").Select(links => links.Elements().Count()));
        Assert.Equal(2, frame.Descendants().Count(element => element.Attribute("stroke-dasharray") is not null));
        Assert.Equal(
            ValueText.Of(CanonicalNumber.Rounded(run["state"][4][1])),
            Marked(frame, "data-text", "state:1").Single().Value);
    }

    [Fact]
    public void A_positive_weight_is_orange_a_negative_one_blue_and_the_largest_widest()
    {
        var network = ElmanNetwork.Zeros(2, 1, 1);
        (network.W[0, 0], network.W[0, 1]) = (4, -2);
        XElement svg = XElement.Parse(new ContextDiagram(network, network.Run(Sequence.OneHot([0], 2))).ToSvg());
        XElement[] links = [.. Marked(svg, "class", "each-to-each").First().Elements()];

        Assert.Equal(
            [ValueColour.Of(1, 1).ToString(), ValueColour.Of(-1, 1).ToString()],
            links.Select(link => link.Attribute("stroke")!.Value));
        Assert.Equal(["1.9", "1.2"], links.Select(link => link.Attribute("stroke-width")!.Value));
    }

    [Fact]
    public void Learning_afterwards_does_not_change_what_was_drawn()
    {
        ElmanNetwork network = Runs.Seeded(ElmanNetwork.Zeros(Runs.Inputs, 3, 2));
        var view = new ContextDiagram(network, Runs.OfSymbols(network));
        string before = view.Digest;
        network.U[0, 0] += 1;

        Assert.Equal(before, view.Digest);
        Assert.NotEqual(before, new ContextDiagram(network, Run).Digest);
    }

    [Fact]
    public void The_text_has_the_activations_of_all_units() => Assert.Contains(
        string.Join(' ', Run["h"][3].Select(value => ValueText.Of(CanonicalNumber.Rounded(value)))),
        new ContextDiagram(Network, Run).ToString());

    [Fact]
    public void A_network_that_is_too_large_is_refused() => Refused(
        "The network has 25 hidden units; there is room for 24 in each layer.",
        () => new ContextDiagram(ElmanNetwork.Zeros(1, 25, 1), Run));

    [Fact]
    public void The_run_of_another_network_is_refused() => Refused(
        "The run's context has 6 elements; expected 3, as the Elman network has.",
        () => new ContextDiagram(Network, Runs.OfSymbols(ElmanNetwork.Zeros(Runs.Inputs, 6, 2))));

    [Fact]
    public void A_run_without_steps_is_refused() =>
        Refused("The run has no steps", () => new ContextDiagram(Network, Runs.Empty));

    [Fact]
    public void A_step_that_there_is_not_is_refused() => Refused(
        "There is no step 10; the run has the steps 0 to 9.", () => new ContextDiagram(Network, Run, steps: [0, 10]));

    private static IEnumerable<XElement> Marked(XElement within, string attribute, string value) =>
        within.Descendants().Where(element => element.Attribute(attribute)?.Value == value);

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
