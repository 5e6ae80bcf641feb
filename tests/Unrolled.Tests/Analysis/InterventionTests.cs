namespace Unrolled.Tests.Analysis;

public class InterventionTests
{
    private static readonly LstmCell Cell = new(2, 3, new Xoshiro256(1), bound: 1);

    [Theory]
    [InlineData("i", 0)]
    [InlineData("f", 1)]
    [InlineData("o", .25)]
    public void A_held_gate_stands_at_its_value_whatever_comes(string gate, double value)
    {
        CellTrace run = Intervention.HoldGate(Cell, gate, value).Run(Sequence.OfRows([[5, -3], [0, 1]]));

        Assert.All(run[gate].SelectMany(units => units), held => Assert.Equal(value, held, tolerance: 1e-15));
    }

    [Fact]
    public void The_other_gates_and_the_cell_itself_stay_as_they_are()
    {
        Vector x = Vector.Build.DenseOfArray([.5, -1]);
        LstmStep free = (LstmStep)Cell.Forward(x, Cell.InitialState);
        LstmStep held = (LstmStep)Intervention.HoldGate(Cell, "f", 1).Forward(x, Cell.InitialState);

        Assert.Equal((free.i, free.g, free.o), (held.i, held.g, held.o));
        Assert.Equal(free.f, ((LstmStep)Cell.Forward(x, Cell.InitialState)).f);
    }

    [Fact]
    public void Erased_units_have_their_mean_and_no_longer_tell_states_apart()
    {
        Vector[] states = [Vector.Build.DenseOfArray([1, 10]), Vector.Build.DenseOfArray([3, 30])];

        Vector[] erased = Intervention.Erase(states, [0]);

        Assert.Equal([2, 10], erased[0]);
        Assert.Equal([2, 30], erased[1]);
        Assert.Equal(1, states[0][0]);
    }

    [Fact]
    public void A_gate_a_value_or_a_unit_that_there_is_not_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Intervention.HoldGate(Cell, "g", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervention.HoldGate(Cell, "f", 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervention.Erase([Vector.Build.Dense(2)], [2]));
        Assert.Throws<ArgumentException>(() => Intervention.Erase([], [0]));
    }
}
