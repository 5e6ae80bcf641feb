using System.Reflection;

namespace Unrolled.Tests.Training;

public sealed class TrainingProgressTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Receiver receiver = new();

    public TrainingProgressTests() => Trainer.Progress = receiver;

    public void Dispose()
    {
        Trainer.Progress = null;
        folder.Dispose();
    }

    [Fact]
    public void Every_step_of_a_run_is_told_with_its_loss()
    {
        Trainer trainer = SampleRun.Create();

        trainer.Run(3);
        trainer.Run(2);

        Assert.Equal([(1, 3), (2, 3), (3, 3), (4, 5), (5, 5)], receiver.Heard.Select(step => (step.Step, step.Steps)));
        Assert.Equal(trainer.History.Losses, receiver.Heard.Select(step => step.Loss));
    }

    [Fact]
    public void A_run_until_a_task_is_solved_is_told_as_one_run_of_the_most_steps()
    {
        SampleRun.Create().RunUntil(() => false, checkEvery: 2, atMost: 5);

        Assert.Equal(
            [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)], receiver.Heard.Select(step => (step.Step, step.Steps)));
    }

    [Fact]
    public void Every_sequence_of_a_cell_is_told()
    {
        CellWithOutput network = new(RnnCell.Zeros(1, 3), OutputLayer.Zeros(3, 1, OutputActivation.Linear));
        Vector?[] targets = [null, Vector.Build.Dense(1, .5)];

        network.Fit(_ => (Sequence.OfScalars([.5, -1]), targets), new SquaredError(), new Sgd(.1), steps: 3);

        Assert.Equal([(1, 3), (2, 3), (3, 3)], receiver.Heard.Select(step => (step.Step, step.Steps)));
    }

    [Fact]
    public void A_run_that_is_stopped_between_two_steps_goes_on_with_the_same_bits()
    {
        Trainer whole = SampleRun.Create(), stopped = SampleRun.Create();
        whole.Run(9);
        receiver.StopAt = 4;

        Assert.Throws<OperationCanceledException>(() => stopped.Run(9));
        long after = stopped.Step;
        receiver.StopAt = null;
        stopped.Run(5);

        Assert.Equal(4, after);
        Assert.Equal(whole.History.Losses, stopped.History.Losses);
        Assert.Equal(Saved(whole), Saved(stopped));
    }

    [Fact]
    public void A_host_finds_the_receiver_by_the_assemblys_metadata()
    {
        AssemblyMetadataAttribute named = Assert.Single(
            typeof(Trainer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(),
            metadata => metadata.Key == "Notebook.Progress");

        Assert.Equal(typeof(Trainer).FullName, named.Value);
    }

    private string Saved(Trainer trainer)
    {
        string path = folder["checkpoint"];
        trainer.Save(path);
        return Convert.ToHexString(File.ReadAllBytes(path));
    }

    // Other tests train at the same time, on other threads.
    private sealed class Receiver : IProgress<(long Step, long Steps, double Loss)>
    {
        private readonly int thread = Environment.CurrentManagedThreadId;

        internal List<(long Step, long Steps, double Loss)> Heard { get; } = [];

        internal long? StopAt { get; set; }

        public void Report((long Step, long Steps, double Loss) value)
        {
            if (Environment.CurrentManagedThreadId != thread)
                return;
            Heard.Add(value);
            if (value.Step == StopAt)
                throw new OperationCanceledException();
        }
    }
}
