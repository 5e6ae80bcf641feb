namespace Unrolled.Tests.Training;

public sealed class SeedsTests
{
    [Fact]
    public void Results_are_in_the_order_of_the_seeds_whichever_run_ends_first()
    {
        int[] results = Seeds.Run([5, 1, 3], seed =>
        {
            Thread.Sleep(10 * seed);
            return 100 * seed;
        });

        Assert.Equal([500, 100, 300], results);
    }

    [Fact]
    public void Every_setting_has_a_row_with_the_results_of_all_seeds()
    {
        string[][] results = Seeds.Run(["a", "b"], [1, 2, 3], (setting, seed) => $"{setting}{seed}");

        Assert.Equal([["a1", "a2", "a3"], ["b1", "b2", "b3"]], results);
    }
}
