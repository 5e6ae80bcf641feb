using System.Globalization;
using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Diagrams;

public class BidirectionalDiagramTests
{
    private static readonly DeepBidirectionalRnn Network = Runs.Bidirectional();

    private static readonly Vector[] Inputs = Sequence.OfScalars([1, 0, 1, 1]);

    private static readonly DeepBidirectionalRun Run = Network.Run(Inputs);

    [Fact]
    public void Every_state_has_the_value_of_the_unit_at_its_step()
    {
        string[] texts = TextsOf(new BidirectionalDiagram(Run, unit: 1));

        foreach (BidirectionalRun layer in Run.Layers)
            for (int t = 0; t < 4; t++)
            {
                Assert.Contains(Written(layer.Forward.Outputs[t][1]), texts);
                // The backward network's own order is from the last step to the first.
                Assert.Contains(Written(layer.Backward.Outputs[3 - t][1]), texts);
            }
    }

    [Fact]
    public void The_backward_states_are_in_the_order_of_time() => Assert.Contains(
        $"←h¹₁ {Written(Run.Layers[0].Backward.Outputs[3][0])}", new BidirectionalDiagram(Run).ToSvg());

    // What the squares say is what the network does: which inputs change a state.
    [Fact]
    public void The_inputs_behind_a_state_are_those_that_change_it()
    {
        BidirectionalModel model = Model(steps: 4, layers: 2);
        for (int input = 0; input < 4; input++)
        {
            Vector[] changed = [.. Inputs];
            changed[input] = Inputs[input] + 0.5;
            DeepBidirectionalRun other = Network.Run(changed);
            foreach (StateAt state in model.States)
                Assert.Equal(model.DependsOn(state, input), !Of(Run, state).Equals(Of(other, state)));
        }
    }

    [Fact]
    public void Past_and_future_meet_in_the_second_layer_and_not_before()
    {
        BidirectionalModel model = Model(steps: 3, layers: 3);
        bool meets(StateAt state) => model.DependsOn(state, 0) && model.DependsOn(state, 2);

        Assert.DoesNotContain(
            model.States, state => state is { Layer: 0, Step: 1 } && meets(state));
        Assert.All(model.States.Where(state => state.Layer > 0), state => Assert.True(meets(state)));
    }

    [Fact]
    public void The_states_are_computed_forwards_then_backwards_then_in_the_layer_above()
    {
        BidirectionalModel model = Model(steps: 2, layers: 2);

        Assert.Equal(
            ["→h¹(1)", "→h¹(2)", "←h¹(2)", "←h¹(1)", "→h²(1)", "→h²(2)", "←h²(2)", "←h²(1)"],
            model.States.Select(state => $"{model.Name(state)}"));
    }

    [Theory]
    [InlineData(0, false, 0, "→h¹₁ reads x₁: it depends on input 1.")]
    [InlineData(0, false, 2, "→h¹₃ reads x₃ and →h¹₂: it depends on inputs 1 … 3.")]
    [InlineData(0, true, 2, "←h¹₃ reads x₃ and ←h¹₄: it depends on inputs 3 … 4.")]
    [InlineData(1, false, 0, "→h²₁ reads →h¹₁ and ←h¹₁: it depends on all inputs.")]
    [InlineData(1, true, 1, "←h²₂ reads →h¹₂, ←h¹₂ and ←h²₃: it depends on all inputs.")]
    public void A_sentence_says_what_a_state_reads(int layer, bool backward, int step, string expected) =>
        Assert.Equal(
            expected, BidirectionalText.Sentence(Model(steps: 4, layers: 2), new StateAt(layer, backward, step)));

    [Fact]
    public void Only_between_layers_do_the_directions_cross()
    {
        // Two crossing wires for each step, and two in the legend.
        Assert.Equal(2 * 4 + 2, Wide(new BidirectionalDiagram(Run)));
        Assert.Equal(0, Wide(new BidirectionalDiagram(Run.Layers[0])));
    }

    [Fact]
    public void There_is_a_stage_for_every_state_and_one_before_them()
    {
        SliderModel stages = Stages(new BidirectionalDiagram(Run));

        Assert.Equal(2 * 2 * 4 + 1, stages.Frames.Length);
        Assert.Equal(stages.Frames.Length - 1, stages.Start);
        Assert.Single(stages.Frames.Select(frame => (frame.Parts().Width, frame.Parts().Height)).Distinct());
        Assert.Contains("No state is computed yet.", TextsOf(stages.Frames[0]));
        Assert.StartsWith(
            "←h¹₄ reads x₄: it depends on input 4. It is ", stages.Frames[5].Parts().Description);
    }

    [Fact]
    public void What_is_not_computed_yet_is_pale()
    {
        SliderModel stages = Stages(new BidirectionalDiagram(Run));

        Assert.Equal(0, PaleParts(new BidirectionalDiagram(Run)));
        Assert.Equal(0, PaleParts(stages.Frames[^1]));
        // A node with its recurrence, its reading and what leaves it; and the outputs.
        Assert.Equal(16 * 4 + 4, PaleParts(stages.Frames[0]));
        Assert.Equal(15 * 4 + 4, PaleParts(stages.Frames[1]));
    }

    [Fact]
    public void A_caption_leaves_the_stages()
    {
        string html = new BidirectionalDiagram(Run).Caption("7.1", "Two networks side by side.").ToHtml();

        Assert.Contains("\"name\":\"states computed\"", html);
        Assert.Contains("<b>Figure 7.1.</b> Two networks side by side.", html);
    }

    [Fact]
    public void The_alternative_text_says_where_past_and_future_meet()
    {
        Assert.Contains(
            "neither reads the other. In layer 1 a state knows past or future. Layer 2 reads both directions: "
            + "there they first meet in one state.",
            new BidirectionalDiagram(Run).Parts().Description);
        Assert.Contains(
            "Past and future meet in the outputs alone", new BidirectionalDiagram(Run.Layers[0]).Parts().Description);
    }

    [Fact]
    public void The_text_has_a_row_for_each_step()
    {
        string[] lines = new BidirectionalDiagram(Run, symbols: ["a", "b", "c", "d"]).ToString().Split('\n');

        Assert.Contains(lines, line =>
            line.Contains(" b ", StringComparison.Ordinal)
            && line.Contains(Written(Run.Layers[1].Forward.Outputs[1][0]), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_number_has_a_part_in_the_digest()
    {
        string[] digests =
        [
            new BidirectionalDiagram(Run).Digest, new BidirectionalDiagram(Run, unit: 1).Digest,
            new BidirectionalDiagram(Run, symbols: ["a", "b", "c", "d"]).Digest,
            new BidirectionalDiagram(Run.Layers[0]).Digest, new BidirectionalDiagram(Run, title: "t").Digest,
            new BidirectionalDiagram(Network.Run(Sequence.OfScalars([1, 0, 1, 0]))).Digest,
        ];

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Wrong_runs_are_refused()
    {
        Refused("There are 1 symbols for 4 steps", () => new BidirectionalDiagram(Run, symbols: ["a"]));
        Refused(
            "There is no unit 2; the forward states of layer 2 have the units 0 to 1.",
            () => new BidirectionalDiagram(Run, unit: 2));
        Refused(
            "The run has 9 steps; expected 1 to 8",
            () => new BidirectionalDiagram(Network.Run(Sequence.OfScalars(new double[9]))));
        Refused("The run has 0 layers; expected 1 to 4", () => new BidirectionalDiagram(new DeepBidirectionalRun([])));
    }

    private static BidirectionalModel Model(int steps, int layers) => new(
        "t", 0, [], new double[steps, 1],
        [.. Enumerable.Repeat(new BidirectionalLayer(new double[steps, 1], new double[steps, 1]), layers)]);

    private static Vector Of(DeepBidirectionalRun run, StateAt state) => state.Backward
        ? run.Layers[state.Layer].Backward.Outputs[run.Outputs.Count - 1 - state.Step]
        : run.Layers[state.Layer].Forward.Outputs[state.Step];

    private static SliderModel Stages(Drawing drawing) => ((SliderUpgrade)drawing.Parts().Upgrade!).Model;

    private static int Wide(Drawing drawing) => Elements(drawing)
        .Count(element => element.Attribute("stroke-width")?.Value == "2.2");

    private static int PaleParts(Drawing drawing) => Elements(drawing)
        .Count(element => element.Attribute("opacity")?.Value == Pale.Opacity.ToString(CultureInfo.InvariantCulture));

    private static string Written(double value) => ValueText.Of(CanonicalNumber.Rounded(value));

    private static string[] TextsOf(Drawing drawing) =>
        [.. Elements(drawing).Where(part => part.Name.LocalName == "text").Select(part => part.Value)];

    private static IEnumerable<XElement> Elements(Drawing drawing) => XElement.Parse(drawing.ToSvg()).Descendants();

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
