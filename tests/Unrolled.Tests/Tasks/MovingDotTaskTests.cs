using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class MovingDotTaskTests
{
    private static readonly (int Row, int Column)[] Moves = [(0, 1), (1, 0), (0, -1), (-1, 0)];

    [Fact]
    public void A_target_is_the_move_from_the_frame_before_to_this_one() =>
        Prop.ForAll(Drawn.SeedsWith(3, 8), sample =>
        {
            var (seed, side) = sample;
            var example = new MovingDotTask(12, side, turn: .5).Draw(new Xoshiro256(seed));
            int[] dots = Drawn.Symbols(example);

            Assert.Equal(Enumerable.Range(1, 11), example.TargetSteps);
            foreach (int t in example.TargetSteps)
            {
                var (row, column) = Moves[example.Targets[t]];
                Assert.Equal(
                    ((dots[t - 1] / side + row + side) % side, (dots[t - 1] % side + column + side) % side),
                    (dots[t] / side, dots[t] % side));
            }
        }).CheckSeeded();

    [Fact]
    public void A_direction_is_the_class_of_its_number() =>
        Assert.Equal(
            [(0, "Right"), (1, "Down"), (2, "Left"), (3, "Up")],
            Enum.GetValues<DotDirection>().Select(direction => ((int)direction, direction.ToString())));

    [Fact]
    public void A_frame_alone_says_nothing_of_its_direction()
    {
        var examples = Drawn.From(new MovingDotTask(4, side: 3), 8000);

        Drawn.AssertEquallyLikely(
            [.. examples.Select(example => (Drawn.Symbol(example.Inputs[^1]), example.Targets[^1]))], 36);
    }

    [Fact]
    public void The_dot_turns_as_often_as_it_is_told_to()
    {
        Assert.Equal(0, ShareOfTurns(turn: 0));
        // Three of four new directions are not the old one.
        Assert.Equal(.2 * .75, ShareOfTurns(turn: .2), .01);
        Assert.Equal(.75, ShareOfTurns(turn: 1), .01);
    }

    private static double ShareOfTurns(double turn)
    {
        ClassExample example = Assert.Single(Drawn.From(new MovingDotTask(20_001, turn: turn), 1));
        return example.TargetSteps.Skip(1).Average(t => example.Targets[t] != example.Targets[t - 1] ? 1.0 : 0);
    }
}
