namespace Unrolled.Charts.Tests.Figures;

public class AxisScaleTests
{
    private static readonly double[] FromTickToTick = [0, 0.5, 1];

    [Fact]
    public void A_marker_on_the_outermost_value_has_room_on_every_side()
    {
        Figure figure = new Figure().Line(FromTickToTick, marker: Marker.Circle);

        foreach (Scale scale in new[] { AxisScale.Horizontal(figure.Model, 6), AxisScale.Vertical(figure.Model, 6) })
        {
            double outermost = scale.NamedTicks.Max(tick => tick.Value);
            Assert.InRange(scale.Position(0), 0.02, 0.05);
            Assert.InRange(scale.Position(outermost), 0.95, 0.98);
        }
    }

    [Fact]
    public void A_line_without_markers_fills_its_axes()
    {
        Figure figure = new Figure().Line(FromTickToTick);

        foreach (Scale scale in new[] { AxisScale.Horizontal(figure.Model, 6), AxisScale.Vertical(figure.Model, 6) })
        {
            Assert.Equal(0, scale.Position(0));
            Assert.Equal(1, scale.Position(scale.NamedTicks.Max(tick => tick.Value)));
        }
    }
}
