namespace Unrolled.Tests.Training;

public sealed class BatchesTests
{
    private static readonly double[][] Long = [[1, 2], [3, 4], [5, 6]];
    private static readonly double[][] Short = [[7, 8]];

    [Fact]
    public void Sequences_stand_side_by_side_with_zeros_past_the_end_of_the_shorter()
    {
        SequenceBatch batch = SequenceBatch.Of([Long, Short], [0, 1]);

        Assert.Equal([3, 2, 2], batch.Inputs!.Shape);
        Assert.Equal([1, 2, 7, 8, 3, 4, 0, 0, 5, 6, 0, 0], batch.Inputs!.Values);
        Assert.Equal([3, 1], batch.Lengths!);
        Assert.Equal([0, 1], ((ClassTargets)batch.Targets).Classes);
    }

    [Fact]
    public void Sequences_of_one_length_carry_no_lengths()
    {
        Assert.Null(SequenceBatch.Of([Long, Long], [0, 1]).Lengths);
    }

    [Fact]
    public void A_class_is_counted_where_its_example_asks_for_it()
    {
        ClassExample[] examples =
            [ClassExample.Where(Long, t => t == 1 ? 2 : null), ClassExample.AtEveryStep(Short, [1])];

        var targets = (ClassTargets)SequenceBatch.Of(examples, OutputAt.EveryStep).Targets;

        Assert.Equal([0, 1, 1, 0, 0, 0], targets.Mask!.Values);
        Assert.Equal(
            [ClassExample.NoClass, 1, 2, ClassExample.NoClass, ClassExample.NoClass, ClassExample.NoClass],
            targets.Classes);
    }

    [Fact]
    public void The_class_of_the_last_step_is_each_sequences_own()
    {
        var targets = (ClassTargets)SequenceBatch.Of(
            [ClassExample.AtLastStep(Long, 2), ClassExample.AtLastStep(Short, 1)], OutputAt.LastStep).Targets;

        Assert.Equal([2, 1], targets.Classes);
        Assert.Null(targets.Mask);
    }

    [Fact]
    public void Values_keep_their_places_and_count_where_they_are_asked()
    {
        ValueExample[] examples =
            [new(Long, [[0], [.5], [0]], [false, true, false]), ValueExample.AtLastStep(Short, .25)];

        var targets = (ValueTargets)SequenceBatch.Of(examples, OutputAt.EveryStep).Targets;

        Assert.Equal([3, 2, 1], targets.Values.Shape);
        Assert.Equal([0, .25f, .5f, 0, 0, 0], targets.Values.Values);
        Assert.Equal([0, 1, 1, 0, 0, 0], targets.Mask!.Values);
    }

    [Fact]
    public void The_value_of_the_last_step_is_each_sequences_own()
    {
        var targets = (ValueTargets)SequenceBatch.Of(
            [ValueExample.AtLastStep(Long, .5), ValueExample.AtLastStep(Short, .25)], OutputAt.LastStep).Targets;

        Assert.Equal([2, 1], targets.Values.Shape);
        Assert.Equal([.5f, .25f], targets.Values.Values);
    }

    [Fact]
    public void Examples_with_classes_and_examples_with_values_make_no_batch()
    {
        TaskExample[] mixed = [ClassExample.AtLastStep(Long, 1), ValueExample.AtLastStep(Long, 1)];

        Assert.StartsWith(
            "examples[1] is a ValueExample; expected a ClassExample, as the first is.",
            Assert.Throws<ArgumentException>(() => SequenceBatch.Of(mixed, OutputAt.LastStep)).Message);
        Assert.StartsWith(
            "There is no sequence",
            Assert.Throws<ArgumentException>(() => SequenceBatch.Of([], OutputAt.LastStep)).Message);
    }

    [Fact]
    public void An_example_that_is_not_asked_where_the_model_reads_is_refused_by_its_number()
    {
        ClassExample[] examples = [ClassExample.AtLastStep(Long, 1), ClassExample.Where(Long, t => t == 0 ? 1 : null)];

        var error = Assert.Throws<ArgumentException>(() => SequenceBatch.Of(examples, OutputAt.LastStep));

        Assert.Contains("examples[1]", error.Message);
    }

    [Fact]
    public void Wrong_counts_are_refused_with_what_was_expected()
    {
        Assert.Contains(
            "expected 2", Assert.Throws<ArgumentException>(() => SequenceBatch.Of([Long, Short], [0])).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => SequenceBatch.Of([], [])).Message);
        Assert.Contains(
            "expected 2", Assert.Throws<ArgumentException>(() => SequenceBatch.Of([Long, [[1]]], [0, 1])).Message);
    }

    [Fact]
    public void Symbols_stand_side_by_side_and_count_up_to_each_sequences_length()
    {
        SequenceBatch batch = SequenceBatch.OfSymbols([[5, 6, 7], [8]], [[1, 0, 1], [2]]);

        Assert.Equal(new[,] { { 5, 8 }, { 6, 0 }, { 7, 0 } }, batch.Symbols);
        Assert.Null(batch.Inputs);
        Assert.Equal([3, 1], batch.Lengths!);
        var targets = (ClassTargets)batch.Targets;
        Assert.Equal([1, 2, 0, ClassExample.NoClass, 1, ClassExample.NoClass], targets.Classes);
        Assert.Equal([1, 1, 1, 0, 1, 0], targets.Mask!.Values);
    }

    [Fact]
    public void Empty_sequences_and_missing_classes_are_refused_by_their_number()
    {
        void Refused(string message, int[][] sequences, int[][] classes) =>
            Assert.StartsWith(
                message, Assert.Throws<ArgumentException>(() => SequenceBatch.OfSymbols(sequences, classes)).Message);

        Refused("There is no sequence", [], []);
        Refused("sequences[1] is empty", [[1], []], [[1], []]);
        Refused("classes has 1 sequences; expected 2.", [[1], [2]], [[1]]);
        Refused("classes[0] has 2 steps; expected 1.", [[1]], [[1, 2]]);
    }

    [Fact]
    public void The_decoder_reads_start_and_the_target_and_is_to_say_the_target_and_the_end()
    {
        PairBatch batch = PairBatch.Of([new([1, 2], [3, 4, 5]), new([6], [])], start: 8, end: 9);

        Assert.Equal(new[,] { { 1, 6 }, { 2, 0 } }, batch.Source);
        Assert.Equal([2, 1], batch.SourceLengths!);
        Assert.Equal(new[,] { { 8, 8 }, { 3, 9 }, { 4, 9 }, { 5, 9 } }, batch.Read);
        Assert.Equal(
            [3, 9, 4, ClassExample.NoClass, 5, ClassExample.NoClass, 9, ClassExample.NoClass], batch.Targets.Classes);
        Assert.Equal([1, 1, 1, 0, 1, 0, 1, 0], batch.Targets.Mask!.Values);
    }

    [Fact]
    public void No_pair_and_an_empty_source_are_refused()
    {
        Assert.StartsWith(
            "There is no sequence", Assert.Throws<ArgumentException>(() => PairBatch.Of([], 0, 0)).Message);
        Assert.StartsWith(
            "sequences[0] is empty",
            Assert.Throws<ArgumentException>(() => PairBatch.Of([new([], [1])], 0, 0)).Message);
    }
}
