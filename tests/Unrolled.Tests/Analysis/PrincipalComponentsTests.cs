namespace Unrolled.Tests.Analysis;

public sealed class PrincipalComponentsTests
{
    // By hand: the mean is (3, 1); around it the points are (−2, −2), (0, 1), (1, 0), (1, 1), so that
    // C = ¼ [[6, 5], [5, 6]] with the eigenvectors (1, 1) and (1, −1) over √2 and the eigenvalues 11/4 and 1/4.
    private static readonly Vector[] Points = [Of(1, -1), Of(3, 2), Of(4, 1), Of(4, 2)];

    [Fact]
    public void Components_are_those_worked_by_hand()
    {
        PrincipalComponents components = PrincipalComponents.Of(Points);

        AssertEqual([3, 1], components.Mean);
        AssertEqual([2.75, .25], components.Variances);
        AssertEqual([Math.Sqrt(.5), Math.Sqrt(.5)], components.Directions.Column(0));
        AssertEqual([Math.Sqrt(.5), -Math.Sqrt(.5)], components.Directions.Column(1));
        Assert.Equal(11.0 / 12, components.Share(0), 12);
        Assert.Equal(1.0 / 12, components.Share(1), 12);
    }

    [Fact]
    public void Coordinates_are_projections_around_the_mean()
    {
        PrincipalComponents components = PrincipalComponents.Of(Points);

        AssertEqual([-4 / Math.Sqrt(2), 0], components.Project(Points[0]));
        AssertEqual([1 / Math.Sqrt(2), -1 / Math.Sqrt(2)], components.Project(Points[1]));
        // (5, 4) − (3, 1) = (2, 3), which was no point.
        AssertEqual([5 / Math.Sqrt(2)], components.Project(Of(5, 4), 1));
    }

    [Fact]
    public void The_largest_element_of_a_direction_is_positive()
    {
        // All variance is along (1, −2): the larger element is the second.
        PrincipalComponents components = PrincipalComponents.Of([Of(0, 0), Of(1, -2), Of(-1, 2)]);

        AssertEqual([-1 / Math.Sqrt(5), 2 / Math.Sqrt(5)], components.Directions.Column(0));
        Assert.Equal(1, components.Share(0), 12);
        Assert.InRange(components.Variances[1], 0, 1e-15);
    }

    [Fact]
    public void Points_are_put_together_again_from_all_their_coordinates()
    {
        var random = new Xoshiro256(3);
        Vector[] vectors =
            [.. Enumerable.Range(0, 20).Select(_ => Vector.Build.Dense(6, _ => random.NextDouble() - .5))];
        PrincipalComponents components = PrincipalComponents.Of(vectors);

        foreach (Vector vector in vectors)
            AssertEqual([.. vector], components.Mean + components.Directions * components.Project(vector));
        // The variance of the coordinates is the variance of the component.
        for (int i = 0; i < 6; i++)
            Assert.Equal(
                components.Variances[i],
                vectors.Average(vector => Math.Pow(components.Project(vector)[i], 2)), 12);
        Assert.Equal(components.Variances.OrderDescending(), components.Variances);
    }

    [Fact]
    public void The_same_vectors_give_the_same_bits()
    {
        Vector[] vectors = [.. Enumerable.Range(0, 30).Select(t => Vector.Build.Dense(8, i => Math.Sin(t * (i + 1))))];

        Assert.Equal(
            PrincipalComponents.Of(vectors).Directions.Enumerate(),
            PrincipalComponents.Of(vectors).Directions.Enumerate());
    }

    [Fact]
    public void Equal_vectors_have_no_share() =>
        Assert.Equal(double.NaN, PrincipalComponents.Of([Of(1, 2), Of(1, 2)]).Share(0));

    [Fact]
    public void Wrong_vectors_are_refused()
    {
        Refused("There are 1 vectors; expected at least two", () => PrincipalComponents.Of([Of(1, 2)]));
        Refused("vectors[1] has 1 elements; expected 2", () => PrincipalComponents.Of([Of(1, 2), Of(1)]));
        Refused("vectors[1] has a number that is not finite", () => PrincipalComponents.Of([Of(1), Of(double.NaN)]));
        Refused("vector has 1 elements; expected 2", () => PrincipalComponents.Of(Points).Project(Of(1)));
        Refused("count is 3; expected 1 to 2", () => PrincipalComponents.Of(Points).Project(Of(1, 2), 3));
    }

    private static Vector Of(params double[] elements) => Vector.Build.Dense(elements);

    private static void AssertEqual(double[] expected, Vector actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 12);
    }

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
