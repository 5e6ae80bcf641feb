using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Diagrams;

public class BackwardDiagramTests
{
    // By hand: h = tanh(.5 x + .8 h), y = 1.5 h; the numbers are told apart.
    private static readonly BackwardStep[] Steps =
    [
        new(x: 1, h: 0.11, y: 0.12, Target: 0.13, Loss: 0.14, FromOutput: 0.15, FromNext: 0.16, δ: 0.17),
        new(x: 2, h: 0.21, y: 0.22, Target: 0.23, Loss: 0.24, FromOutput: 0.25, FromNext: 0.26, δ: 0.27),
        new(x: 3, h: 0.31, y: 0.32, Target: 0.33, Loss: 0.34, FromOutput: 0.35, FromNext: 0, δ: 0.37),
    ];

    [Fact]
    public void The_nodes_have_the_forward_values_before_anything_goes_back()
    {
        string[] texts = TextsOf(new BackwardDiagram(Steps, back: 0));

        foreach (string value in new[] { "= 1", "= 0.11", "= 0.12", "target 0.13", "= 0.14" })
            Assert.Contains(value, texts);
        foreach (string value in new[] { "0.15", "0.16", "= 0.17", "0.35", "= 0.37" })
            Assert.DoesNotContain(value, texts);
    }

    [Fact]
    public void What_comes_back_is_on_the_arrows_of_the_steps_that_are_reached()
    {
        string[] texts = TextsOf(new BackwardDiagram(Steps, back: 2));

        foreach (string value in new[] { "0.35", "= 0.37", "0.25", "0.26", "= 0.27" })
            Assert.Contains(value, texts);
        foreach (string value in new[] { "0.15", "0.16", "= 0.17" })
            Assert.DoesNotContain(value, texts);
    }

    [Fact]
    public void The_gradient_of_the_recurrent_weight_grows_with_every_step()
    {
        // δ₃ h₂ = .37 × .21, δ₂ h₁ = .27 × .11, δ₁ h₀ = .17 × 2.
        Assert.Contains("dL/dU so far = 0.0777", TextsOf(new BackwardDiagram(Steps, back: 1)));
        Assert.Contains("dL/dU so far = 0.107", TextsOf(new BackwardDiagram(Steps, back: 2)));
        Assert.Contains("dL/dU = 0.447", TextsOf(new BackwardDiagram(Steps, initial: 2)));
        Assert.Contains("δ₁ h₀ = 0.34", TextsOf(new BackwardDiagram(Steps, initial: 2)));
    }

    [Fact]
    public void The_slider_goes_from_the_forward_pass_to_the_first_step()
    {
        string svg = BackwardDiagram.Over(Steps).ToSvg();

        Assert.Contains("3 of 4 frames: steps gone back = 0, 1, 2, 3.", svg);
        Assert.Contains("steps gone back = 1", svg);
    }

    [Fact]
    public void The_weights_have_the_names_that_are_given()
    {
        string[] texts = TextsOf(
            new BackwardDiagram(Steps, inputWeights: "w", recurrentWeights: "u", outputWeights: "v"));

        Assert.Contains("w", texts);
        Assert.Contains("dL/du = 0.107", texts);
        Assert.Contains("back from its own output: v dL/dy", texts);
    }

    [Fact]
    public void The_alternative_text_tells_the_way_back_in_its_order()
    {
        string svg = new BackwardDiagram(Steps, back: 2).ToSvg();

        Assert.Contains(
            "Back in step 3: 0.35 from its own output, 0 from the step after, δ 0.37. "
            + "Back in step 2: 0.25 from its own output, 0.26 from the step after, δ 0.27.",
            svg);
    }

    [Fact]
    public void Every_number_has_a_part_in_the_digest()
    {
        BackwardStep step = Steps[0];
        BackwardStep[] others =
        [
            step, step with { x = 9 }, step with { h = 9 }, step with { y = 9 }, step with { Target = 9 },
            step with { Loss = 9 }, step with { FromOutput = 9 }, step with { FromNext = 9 }, step with { δ = 9 },
        ];

        Assert.Equal(
            others.Length, others.Select(other => new BackwardDiagram([other]).Digest).Distinct().Count());
        Assert.NotEqual(new BackwardDiagram(Steps, back: 1).Digest, new BackwardDiagram(Steps, back: 2).Digest);
    }

    [Fact]
    public void Wrong_steps_are_refused()
    {
        Refused("There are 0 steps; expected 1 to 8", () => new BackwardDiagram([]));
        Refused("There are 9 steps", () => new BackwardDiagram(Enumerable.Repeat(Steps[0], 9)));
        Refused("Step 2 has a number that is not finite", () => new BackwardDiagram(
            [Steps[0], Steps[1] with { h = double.NaN }]));
        Refused("back is 4; expected 0 to 3", () => new BackwardDiagram(Steps, back: 4));
        Refused("The state before the first step is NaN", () => new BackwardDiagram(Steps, initial: double.NaN));
    }

    private static string[] TextsOf(Drawing drawing) =>
    [
        .. XElement.Parse(drawing.ToSvg()).Descendants()
            .Where(part => part.Name.LocalName == "text").Select(part => part.Value),
    ];

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
