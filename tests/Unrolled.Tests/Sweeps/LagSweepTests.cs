namespace Unrolled.Tests.Sweeps;

public sealed class LagSweepTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-sweep-");

    private string File => Path.Combine(folder.FullName, "runs.csv");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Equal_settings_give_equal_runs()
    {
        LagRun first = LagSweep.Run(Latch(seed: 1)), second = LagSweep.Run(Latch(seed: 1));
        Assert.Equal(first with { Seconds = 0 }, second with { Seconds = 0 });
        Assert.NotEqual(first.Score, LagSweep.Run(Latch(seed: 2)).Score);
    }

    [Fact]
    public void A_run_begins_with_the_model_of_its_start()
    {
        var task = LagTask.Latch.Of(10);
        SequenceModel start = LagSweep.Start(Latch(seed: 3));
        var random = new Xoshiro256(3);
        RecurrentLayer layer = LagModel.Gru.Layer(task.InputSize, 10, random);
        Assert.Equal(layer.Parameters[0].Value.Values, start.Parameters[0].Value.Values);
        Assert.Equal(task.OutputSize, start.Head.OutputSize);
    }

    [Fact]
    public void A_task_that_is_solved_ends_the_run_and_one_that_is_not_uses_its_budget()
    {
        LagRun solved = LagSweep.Run(Latch(seed: 1, budget: 500)), given = LagSweep.Run(Latch(seed: 1, budget: 1));
        Assert.True(solved is { Solved: true, Updates: < 500, Score: >= .99 }, $"{solved}");
        Assert.Equal(0, solved.Updates % 25);
        Assert.True(given is { Outcome: LagOutcome.GivenUp, Updates: 1, Score: < .99 }, $"{given}");
    }

    [Fact]
    public void A_run_that_diverges_is_a_row_with_the_weights_before_it_did()
    {
        var wild = new LagModel("wild", (inputs, _, random) =>
        {
            Rnn layer = Initialize.Identity(new Rnn(inputs, 4, random, Activation.Relu), gain: 1e30);
            return layer;
        });
        LagRun run = LagSweep.Run(new LagSetting(LagTask.Adding, wild, 10, .01, 1, Budget: 5));
        Assert.True(run is { Outcome: LagOutcome.Diverged, Updates: 0, Solved: false }, $"{run}");
        Assert.True(double.IsFinite(run.Score));
    }

    [Fact]
    public void A_sweep_goes_on_where_it_stopped()
    {
        LagSetting[] settings = [Latch(seed: 1), Latch(seed: 2)];
        List<LagRun> made = [];
        LagRun first = LagSweep.Resume(File, settings[..1], made.Add)[0];
        string begun = System.IO.File.ReadAllText(File);
        IReadOnlyList<LagRun> both = LagSweep.Resume(File, settings, made.Add);

        Assert.Equal(settings, made.Select(run => run.Setting));
        Assert.Equal(settings, both.Select(run => run.Setting));
        Assert.Equal((first.Updates, first.Score), (both[0].Updates, both[0].Score));
        Assert.StartsWith(begun, System.IO.File.ReadAllText(File));
        Assert.Equal(both, LagSweep.Resume(File, settings, made.Add));
        Assert.Equal(2, made.Count);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_made_again()
    {
        LagSetting[] settings = [Latch(seed: 1), Latch(seed: 2)];
        LagSweep.Resume(File, settings);
        string whole = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, whole[..^20]);

        List<LagRun> made = [];
        LagSweep.Resume(File, settings, made.Add);
        Assert.Equal(settings[1], Assert.Single(made).Setting);
        Assert.Equal(3, System.IO.File.ReadAllLines(File).Length);
    }

    [Fact]
    public void Another_budget_is_another_run()
    {
        List<LagRun> made = [];
        LagSweep.Resume(File, [Latch(seed: 1, budget: 1)], made.Add);
        LagSweep.Resume(File, [Latch(seed: 1, budget: 2)], made.Add);
        Assert.Equal([1, 2], made.Select(run => run.Updates));
    }

    [Theory]
    [InlineData("temporal order,RNN,10", "temporal,RNN,10", "expected a task's name")]
    [InlineData(",RNN,10", ",Rnn,10", "expected a model's name")]
    [InlineData(",solved,", ",yes,", "expected solved, given up or diverged")]
    [InlineData(",50,1,484", ",50,one,484", "expected a number")]
    public void A_damaged_row_is_refused_with_its_place(string right, string wrong, string message)
    {
        string text = "task,model,T,rate,seed,budget,outcome,updates,score,parameters,seconds,machine\n"
            + "temporal order,RNN,10,0.01,1,2000,solved,50,1,484,0.01,a machine\n";
        System.IO.File.WriteAllText(File, text.Replace(right, wrong, StringComparison.Ordinal));
        DataFileException error = Assert.Throws<DataFileException>(() => LagSweep.Resume(File, []));
        Assert.Contains(message, error.Message);
        Assert.Equal(2, error.Line);
    }

    private static LagSetting Latch(int seed, int budget = 50) =>
        new(LagTask.Latch, LagModel.Gru, T: 10, Rate: .01, seed, budget);
}
