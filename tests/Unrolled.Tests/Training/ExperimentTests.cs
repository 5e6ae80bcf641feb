namespace Unrolled.Tests.Training;

public class ExperimentTests
{
    private static readonly Experiment Latch =
        new(new TwoSequenceTask(10), random => new Rnn(1, 4, random)) { Steps = 5 };

    [Fact]
    public void Equal_seeds_give_equal_runs()
    {
        ExperimentRun first = Latch.Run(3), second = Latch.Run(3);
        Assert.Equal(first.History.Losses, second.History.Losses);
        Assert.Equal(first.Accuracy, second.Accuracy);
    }

    [Fact]
    public void A_run_begins_with_the_model_of_its_start()
    {
        SequenceModel start = Latch.Start(3), untrained = (Latch with { Steps = 0 }).Run(3).Model;
        Assert.Equal(start.Parameters[0].Value.Values, untrained.Parameters[0].Value.Values);
    }

    [Fact]
    public void Fresh_sequences_are_the_same_for_equal_seeds_and_others_for_others()
    {
        Assert.Equal(Latch.Fresh(1, 2)[1].Inputs, Latch.Fresh(1, 2)[1].Inputs);
        Assert.NotEqual(Latch.Fresh(1, 2)[1].Inputs, Latch.Fresh(2, 2)[1].Inputs);
    }
}
