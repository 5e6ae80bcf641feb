using FsCheck.Fluent;

namespace Unrolled.Tests.Cells;

public class GruCellTests
{
    public static TheoryData<ResetPlacement, UpdateConvention> Forms => new()
    {
        { ResetPlacement.AfterProduct, UpdateConvention.KeepsOldState },
        { ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate },
        { ResetPlacement.BeforeProduct, UpdateConvention.KeepsOldState },
        { ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_state_lies_between_the_old_state_and_the_candidate(ResetPlacement reset, UpdateConvention update) =>
        Prop.ForAll<int>(seed =>
        {
            var draw = new Draw(seed);
            var gru = draw.Weights(GruCell.Zeros(3, 4, reset, update), bound: 2);
            var run = gru.Run(draw.Sequence(5, 3), draw.State(gru));
            const double Rounding = 1e-15;
            return Enumerable.Range(0, 5).All(t => Enumerable.Range(0, 4).All(k =>
            {
                (double old, double n, double h) = (run["h_prev"][t][k], run["n"][t][k], run["h"][t][k]);
                return h >= Math.Min(old, n) - Rounding && h <= Math.Max(old, n) + Rounding;
            }));
        }).CheckSeeded();

    [Theory]
    [MemberData(nameof(Forms))]
    public void In_the_other_convention_it_is_the_same_network_with_the_update_gate_turned_over(
        ResetPlacement reset, UpdateConvention update) =>
        Prop.ForAll<int>(seed =>
        {
            var draw = new Draw(seed);
            var gru = draw.Weights(GruCell.Zeros(3, 4, reset, update), bound: 2);
            var other = gru.InConvention(
                update == UpdateConvention.KeepsOldState
                    ? UpdateConvention.TakesCandidate
                    : UpdateConvention.KeepsOldState);
            var xs = draw.Sequence(10, 3);

            var (run, same) = (gru.Run(xs), other.Run(xs));

            return Enumerable.Range(0, 10).All(t =>
                (run["h"][t] - same["h"][t]).InfinityNorm() < 1e-14
                && (run["z"][t] + same["z"][t] - 1).InfinityNorm() < 1e-14);
        }).CheckSeeded();

    [Fact]
    public void To_convert_twice_gives_every_number_back()
    {
        var gru = new Draw(seed: 1).Weights(GruCell.Zeros(3, 4));
        var twice = gru.InConvention(UpdateConvention.TakesCandidate).InConvention(UpdateConvention.KeepsOldState);

        Assert.Equal(
            gru.Parameters.Select(parameter => parameter.Values),
            twice.Parameters.Select(parameter => parameter.Values));
        Assert.NotSame(gru.W_z, twice.W_z);
    }

    [Fact]
    public void Where_the_reset_gate_stands_makes_a_difference_with_the_same_weights()
    {
        var draw = new Draw(seed: 2);
        var after = draw.Weights(GruCell.Zeros(3, 4), bound: 1);
        after.b_hn.Clear();
        var before = GruCell.Zeros(3, 4, ResetPlacement.BeforeProduct);
        foreach (var parameter in before.Parameters)
            after.Parameters[parameter.Name].Values.CopyTo(parameter.Values, 0);
        var xs = draw.Sequence(10, 3);

        // From a state of 0 the first step is the same: there is nothing to reset.
        Assert.Equal(after.Run(xs).Outputs[0], before.Run(xs).Outputs[0]);
        Assert.True((after.Run(xs).Outputs[9] - before.Run(xs).Outputs[9]).InfinityNorm() > .01);
    }
}
