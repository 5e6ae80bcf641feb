namespace Unrolled.Tests.Analysis;

public class RestlessnessTests
{
    [Fact]
    public void A_value_that_changes_its_sign_at_every_step_moves_by_two_deviations() =>
        Assert.Equal(new Restlessness(Step: 2, Correlation: -1), Restlessness.Of([[1, -1, 1, -1]]));

    [Fact]
    public void Steps_do_not_lead_from_one_sequence_into_the_next() =>
        Assert.Equal(new Restlessness(Step: 0, Correlation: 1), Restlessness.Of([[3, 3, 3], [5, 5, 5]]));

    [Fact]
    public void Scale_and_offset_do_not_matter()
    {
        double[] values = [0, 1, 3, 2];
        Restlessness measured = Restlessness.Of([values]), changed = Restlessness.Of([[.. values.Select(v => 7 - 2 * v)]]);

        Assert.Equal(measured.Step, changed.Step, tolerance: 1e-12);
        Assert.Equal(measured.Correlation, changed.Correlation, tolerance: 1e-12);
    }

    [Fact]
    public void Without_a_step_there_is_nothing_to_measure() =>
        Assert.Throws<ArgumentException>(() => Restlessness.Of([[1], []]));
}
