
namespace Unrolled.Tests.Cells;

public class CellTraceTests
{
    private static readonly Draw Draw = new(seed: 1);
    private static readonly ElmanNetwork Network = Draw.Weights(ElmanNetwork.Zeros(2, 3, 1));
    private static readonly CellTrace Run = Network.Run(Draw.Sequence(4, 2));

    [Fact]
    public void Every_quantity_of_the_equations_can_be_taken_by_its_name()
    {
        Assert.Equal(["x", "context", "a", "h", "a_y", "y", "context_next"], Run.Names);
        Assert.All(Run.Names, name => Assert.Equal(4, Run[name].Count));
        Assert.Equal(Run.Outputs, Run["y"]);
    }

    [Fact]
    public void On_the_way_back_the_same_names_hold_the_gradients()
    {
        var back = BackpropagationThroughTime.Gradient(Network, Run, Draw.Sequence(4, 1)).OfSteps;

        Assert.Equal(Run.Names, back.Names);
        // The copy passes its gradient on whole: dL/dcontext_next of step 2 is dL/dcontext of step 3.
        Assert.Equal(back["context"][3], back["context_next"][2]);
    }

    [Fact]
    public void A_unit_and_a_matrix_are_views_of_the_same_numbers()
    {
        var h = Run.Matrix("h");

        Assert.Equal((3, 4), (h.RowCount, h.ColumnCount));
        Assert.Equal(Run.Unit("h", 1), h.Row(1));
    }

    [Fact]
    public void A_loop_that_asks_for_a_quantity_at_every_step_gathers_it_once()
    {
        Assert.Same(Run.Outputs, Run.Outputs);
        Assert.Same(Run.Inputs, Run.Inputs);
        Assert.Same(Run["h"], Run["h"]);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_that_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Run["forget"]);
        Assert.Contains("No quantity forget; there are x, context", error.Message);
    }
}
