using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Diagrams;

public class UnrolledDiagramTests
{
    private static readonly CellTrace Run = Runs.OfSymbols(DiagramGallery.DeepWithOutput());

    [Theory]
    [InlineData(SequenceShape.OneToOne, "x1", "y1")]
    [InlineData(SequenceShape.OneToMany, "x1", "y1 y2 y3 y4 y5")]
    [InlineData(SequenceShape.ManyToOne, "x1 x2 x3 x4 x5", "y5")]
    [InlineData(SequenceShape.Delayed, "x1 x2 x3", "y3 y4 y5")]
    [InlineData(SequenceShape.InStep, "x1 x2 x3 x4 x5", "y1 y2 y3 y4 y5")]
    public void A_shape_has_inputs_and_outputs_at_its_steps(SequenceShape shape, string inputs, string outputs)
    {
        string[] texts = Texts(new UnrolledDiagram(5, shape: shape, folded: false));

        Assert.Equal(inputs.Split(' '), texts.Where(text => text.StartsWith('x')));
        Assert.Equal(outputs.Split(' '), texts.Where(text => text.StartsWith('y')));
    }

    [Fact]
    public void Steps_count_from_the_given_first_step()
    {
        string[] texts = Texts(new UnrolledDiagram(3, folded: false, first: 2));

        Assert.Equal(["x2", "x3", "x4"], texts.Where(text => text.StartsWith('x')));
    }

    [Fact]
    public void The_state_before_the_first_step_comes_from_the_left_and_has_no_input()
    {
        string[] texts = Texts(new UnrolledDiagram(3, folded: false));

        Assert.Contains("h₀", texts);
        Assert.DoesNotContain("x0", texts);
    }

    [Fact]
    public void A_step_before_the_first_is_refused()
    {
        Assert.Contains(
            "first is 0; expected at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new UnrolledDiagram(3, first: 0)).Message);
    }

    [Fact]
    public void The_same_weights_appear_in_every_column_and_in_the_folded_network()
    {
        string[] texts = Texts(new UnrolledDiagram(4));

        Assert.Equal(5, texts.Count(text => text == "W"));
        Assert.Equal(4, texts.Count(text => text == "U"));
        Assert.Equal(5, texts.Count(text => text == "V"));
    }

    [Fact]
    public void Each_layer_has_states_and_weights_of_its_own()
    {
        string[] texts = Texts(new UnrolledDiagram(3, layers: 2, folded: false));

        Assert.Equal(
            ["h¹1", "h¹2", "h¹3"], texts.Where(text => text.StartsWith("h¹", StringComparison.Ordinal)).Order());
        Assert.Equal(2, texts.Count(text => text == "U²"));
    }

    [Fact]
    public void The_backward_layer_reads_from_the_right()
    {
        string[] texts = Texts(new UnrolledDiagram(3, bidirectional: true, folded: false));

        Assert.Equal(
            ["←h1", "←h2", "←h3", "→h1", "→h2", "→h3"],
            texts.Where(text => text.Length == 3 && text[1] == 'h').Order(StringComparer.Ordinal));
        Assert.Equal(2, texts.Count(text => text == "←U"));
    }

    [Fact]
    public void The_five_shapes_are_in_one_drawing() =>
        Assert.Equal(
            5, UnrolledDiagram.FiveShapes().ToString().Split('\n')
                .Count(line => line.Contains("input at", StringComparison.Ordinal)));

    [Fact]
    public void A_run_shows_the_activations_of_every_layer_in_colour()
    {
        XElement svg = XElement.Parse(UnrolledDiagram.Of(Run, first: 2, steps: 3, inputs: Runs.Symbols).ToSvg());
        string[] fills =
        [
            .. svg.Descendants()
                .Where(element => element.Name.LocalName == "rect")
                .Select(element => element.Attribute("fill")!.Value),
        ];

        foreach (string quantity in new[] { "1.h", "2.h", "y" })
            Assert.All(
                Run[quantity][4],
                value => Assert.Contains(ValueColour.Of(CanonicalNumber.Rounded(value), 1).ToString(), fills));
    }

    [Fact]
    public void The_text_has_the_activations_in_the_order_in_which_they_are_computed()
    {
        string line = UnrolledDiagram.Of(Run, first: 2, steps: 3, inputs: Runs.Symbols).ToString().Split('\n')[3];

        Assert.StartsWith("  t = 4, input S: x [", line);
        Assert.Contains(
            $"2.h [{Written(Run["2.h"][3])}], y [",
            line);
    }

    [Fact]
    public void A_cell_without_an_output_layer_has_no_output() =>
        Assert.DoesNotContain(
            Texts(UnrolledDiagram.Of(Runs.OfSymbols(Runs.Cells["rnn"]()))),
            text => text.StartsWith('y') || text == "V");

    [Fact]
    public void In_both_directions_the_backward_states_are_in_the_order_of_time()
    {
        var network = new BidirectionalRnn(
            Runs.Seeded(RnnCell.Zeros(Runs.Inputs, 3)), Runs.Seeded(RnnCell.Zeros(Runs.Inputs, 2), bound: 0.7));
        BidirectionalRun run = network.Run([.. Run.Inputs]);

        Assert.Contains(
            $"1.←h [{Written(run.Outputs[1].SubVector(3, 2))}]",
            UnrolledDiagram.Of(run).ToString().Split('\n')[3]);
    }

    [Fact]
    public void A_picture_without_a_slider_carries_no_script()
    {
        string html = new UnrolledDiagram().ToHtml();

        Assert.DoesNotContain("<script", html);
        Assert.Contains("data-figure=\"sha256:", html);
    }

    [Fact]
    public void Steps_that_there_are_not_are_refused()
    {
        Refused("There is no step 10; the run has the steps 0 to 9.", () => UnrolledDiagram.Of(Run, first: 10));
        Refused("steps is 0; expected 1 to 12.", () => new UnrolledDiagram(0));
        Refused("layers is 10; expected 1 to 9.", () => new UnrolledDiagram(layers: 10));
        Refused("The run has no steps", () => UnrolledDiagram.Of(Runs.Empty));
    }

    [Fact]
    public void Words_that_are_too_few_are_refused()
    {
        Refused("There are 1 inputs for 4 steps", () => new UnrolledDiagram(4, inputs: ["one"]));
        Refused("There are 1 outputs for 10 steps", () => UnrolledDiagram.Of(Run, outputs: ["one"]));
    }

    private static string[] Texts(Drawing view) =>
    [
        .. XElement.Parse(view.ToSvg()).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(element => element.Value),
    ];

    private static string Written(Vector values) =>
        string.Join(' ', values.Select(value => ValueText.Of(CanonicalNumber.Rounded(value))));

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
