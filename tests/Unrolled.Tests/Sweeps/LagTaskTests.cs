namespace Unrolled.Tests.Sweeps;

public class LagTaskTests
{
    public static TheoryData<string> Tasks => [.. LagTask.All.Select(task => task.Name)];

    public static TheoryData<string> Models => [.. LagModel.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_lag_is_a_step_of_the_task_and_grows_with_T(string name)
    {
        LagTask task = LagTask.Named(name);
        TaskExample example = task.Of(20).Draw(new Xoshiro256(1));
        Assert.InRange(task.Lag(20), 1, example.Length - 1);
        Assert.True(task.Lag(40) > task.Lag(20));
    }

    [Fact]
    public void The_lag_of_temporal_order_is_that_of_the_earliest_first_mark()
    {
        var task = LagTask.TemporalOrder.Of(30);
        int earliest = Enumerable.Range(0, 500).Min(seed => Array.FindIndex(
            task.Draw(new Xoshiro256(seed)).Inputs, x => x[6] + x[7] == 1));
        Assert.Equal(29 - earliest, LagTask.TemporalOrder.Lag(30));
    }

    [Fact]
    public void Of_a_copy_only_the_recalled_symbols_are_scored()
    {
        var example = (ClassExample)LagTask.Copy.Of(10).Draw(new Xoshiro256(1));
        LagRun untrained = LagSweep.Run(new LagSetting(LagTask.Copy, LagModel.Gru, 10, 1e-9, 1, Budget: 1));
        Assert.Equal(20, example.TargetSteps.Count());
        Assert.InRange(untrained.Score, 0, .4);
    }

    [Fact]
    public void A_value_is_solved_by_a_small_error_and_a_class_by_a_large_share()
    {
        Assert.True(LagTask.Adding.IsSolved(.005) && !LagTask.Adding.IsSolved(.02));
        Assert.True(LagTask.Latch.IsSolved(.995) && !LagTask.Latch.IsSolved(.9));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_found_by_its_name_and_draws_its_weights_from_the_source(string name)
    {
        LagModel model = LagModel.Named(name);
        RecurrentLayer one = model.Layer(3, 30, new Xoshiro256(1)), other = model.Layer(3, 30, new Xoshiro256(1));
        Assert.All(one.Parameters.Zip(other.Parameters), pair =>
            Assert.Equal(pair.First.Value.Values, pair.Second.Value.Values));
        Assert.NotEqual(
            one.Parameters[0].Value.Values, model.Layer(3, 30, new Xoshiro256(2)).Parameters[0].Value.Values);
    }

    [Fact]
    public void The_biases_of_the_gates_are_those_of_the_name()
    {
        double keep = Math.Log(50);
        LstmCell both = ((Lstm)LagModel.LstmBothLogT.Layer(2, 50, new Xoshiro256(1))).ToCell();
        Assert.All(both.b_f, bias => Assert.Equal(keep, bias, 1e-6));
        Assert.All(both.b_i, bias => Assert.Equal(-keep, bias, 1e-6));
        Assert.All(
            ((Lstm)LagModel.Lstm1.Layer(2, 50, new Xoshiro256(1))).ToCell().b_f, bias => Assert.Equal(1, bias));
        Assert.All(
            ((Gru)LagModel.GruLogT.Layer(2, 50, new Xoshiro256(1))).ToCell().b_z,
            bias => Assert.Equal(keep, bias, 1e-6));
    }

    [Fact]
    public void A_name_that_is_not_known_is_answered_with_those_that_are()
    {
        Assert.Contains("latch", Assert.Throws<ArgumentException>(() => LagTask.Named("latches")).Message);
        Assert.Contains("LSTM chrono", Assert.Throws<ArgumentException>(() => LagModel.Named("LSTM")).Message);
        Assert.Throws<ArgumentException>(() => new LagModel("a, b", (inputs, _, random) => new Rnn(inputs, 2, random)));
    }
}
