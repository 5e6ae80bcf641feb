namespace Unrolled.Charts.Tests.Figures;

public class FigureTextTests
{
    [Fact]
    public void Lines_are_drawn_on_one_scale() => Assert.Equal(
        """
        Loss
        error (log) against epoch
        BPTT      █▆▃▁  1 → 0.001, min 0.001, max 1
        one step  ███▇  1 → 0.4, min 0.4, max 1
        y = 0.5  mean
        """,
        new Figure("Loss").Line([1, 0.1, 0.01, 0.001], "BPTT").Line([1, 0.8, 0.6, 0.4], "one step")
            .LogY().XLabel("epoch").YLabel("error").HorizontalLine(0.5, "mean").ToString());

    [Fact]
    public void Bars_lie_beside_their_names() => Assert.Equal(
        """
        Accuracy
          mean  ████████████████████ 0.5
          LSTM  ████████████████████████████████████████ 1
        """,
        new Figure("Accuracy").Bars(["mean", "LSTM"], [0.5, 1]).ToString());

    [Fact]
    public void A_heat_map_is_shaded() => Assert.Equal(
        """
          a  ▁█
          b  █▁
          ▁ 0  █ 1
        """,
        new Figure().HeatMap(new[,] { { 0, 1 }, { 1, 0 } }, rows: ["a", "b"]).ToString());

    [Fact]
    public void A_gap_is_a_space() =>
        Assert.StartsWith("—  ▁ █", new Figure().Line([0, double.NaN, 1]).ToString());
}
