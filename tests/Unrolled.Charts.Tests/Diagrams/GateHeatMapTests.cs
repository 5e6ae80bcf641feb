namespace Unrolled.Charts.Tests.Diagrams;

public class GateHeatMapTests
{
    private static readonly CellTrace Run = Runs.OfSymbols(Runs.Cells["lstm"]());

    [Theory]
    [InlineData("lstm 1997", "i o g c h")]
    [InlineData("lstm", "i f o g c h")]
    [InlineData("lstm, peephole", "i f o g c h")]
    [InlineData("gru, after", "r z n h")]
    [InlineData("gru, before", "r z n h")]
    [InlineData("rnn", "h")]
    [InlineData("lstm with read-out", "i f o g c h")]
    public void Every_gate_and_state_of_the_model_has_a_heat_map(string name, string quantities)
    {
        CellTrace run = Runs.OfSymbols(Runs.Cells[name]());
        GridModel grid = GateHeatMap.Of(run, Runs.Symbols).Model;

        Assert.Equal(quantities.Split(' '), grid.Panels.Select(panel => panel.Title!.Split(' ')[^1]));
        Assert.All(
            grid.Panels.Zip(quantities.Split(' ')),
            pair => Assert.Equal(run.Matrix(pair.Second).ToArray(), pair.First.HeatMap!.Values));
        Assert.All(grid.Panels, panel => Assert.Equal(Runs.Symbols, panel.X.Categories));
    }

    [Fact]
    public void Gates_have_the_colours_of_nothing_to_everything()
    {
        FigureModel forget = GateHeatMap.Of(Run, quantities: ["f"]).Model.Panels.Single();

        Assert.Equal(new Interval(0, 1), forget.HeatMap!.Range);
    }

    [Fact]
    public void One_unit_shows_its_gates_and_its_states_with_numbers()
    {
        GridModel grid = GateHeatMap.OfUnit(Run, 2, Runs.Symbols).Model;

        Assert.Equal("i f o", string.Join(' ', grid.Panels[0].Y.Categories));
        Assert.Equal("g c h", string.Join(' ', grid.Panels[1].Y.Categories));
        Assert.Equal(Run["f"][7][2], grid.Panels[0].HeatMap!.Values[1, 7]);
        Assert.True(grid.Panels[0].HeatMap!.ShowValues);
    }

    [Fact]
    public void What_there_is_not_is_refused_by_name()
    {
        Assert.Contains(
            "No quantity z; there are x, h_prev",
            Assert.Throws<KeyNotFoundException>(() => GateHeatMap.Of(Run, quantities: ["z"])).Message);
        Assert.Contains(
            "There is no unit 4; i has the units 0 to 3.",
            Assert.Throws<ArgumentOutOfRangeException>(() => GateHeatMap.OfUnit(Run, 4)).Message);
        Assert.Contains(
            "There are 1 symbols for 10 steps",
            Assert.Throws<ArgumentException>(() => GateHeatMap.Of(Run, ["B"])).Message);
        Assert.Contains(
            "The run has no steps", Assert.Throws<ArgumentException>(() => GateHeatMap.Of(Runs.Empty)).Message);
    }
}
