using Unrolled.Tests.Cells;


namespace Unrolled.Tests.Analysis;

public class JacobianTests
{
    public static TheoryData<string> Cells => AllCells.Names;

    [Fact]
    public void An_RNNs_Jacobian_is_the_slope_of_its_activation_times_U()
    {
        var draw = new Draw(seed: 1);
        var rnn = draw.Weights(RnnCell.Zeros(2, 3));
        var step = rnn.Forward(draw.Vector(2), draw.State(rnn));

        var expected = Matrix.Build.DiagonalOfDiagonalVector(1 - step.h.PointwisePower(2)) * rnn.U;

        Assert.True((Jacobian.OfStep(rnn, step) - expected).InfinityNorm() < 1e-15);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Row_and_column_are_what_a_small_push_shows(string name)
    {
        var draw = new Draw(seed: 2);
        var cell = draw.Weights(AllCells.Make(name));
        var (xs, initial) = (draw.Sequence(4, 3), draw.State(cell));
        var run = cell.Run(xs, initial);
        var jacobian = Jacobian.Between(cell, run, from: 0, to: 3);

        const double Push = 1e-6;
        int column = 0;
        for (int part = 0; part < cell.StateSizes.Count; part++)
        {
            for (int element = 0; element < cell.StateSizes[part]; element++, column++)
            {
                Vector After(double push)
                {
                    var state = new State([.. run[0].After.Select(vector => vector.Clone())]);
                    state[part][element] += push;
                    return Vector.Build.DenseOfEnumerable(cell.Run(xs[1..], state).Final.SelectMany(vector => vector));
                }

                var difference = (After(Push) - After(-Push)) / (2 * Push);
                Assert.True((difference - jacobian.Column(column)).InfinityNorm() < 1e-8);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void By_lag_every_product_ends_at_the_last_state_and_begins_that_many_steps_before(string name)
    {
        var draw = new Draw(seed: 3);
        var cell = draw.Weights(AllCells.Make(name));
        var run = cell.Run(draw.Sequence(5, 3), draw.State(cell));

        var products = Jacobian.ByLag(cell, run);

        Assert.Equal(5, products.Count);
        Assert.Equal(Matrix.Build.DenseIdentity(cell.StateSizes.Sum()), products[0]);
        for (int lag = 1; lag < 5; lag++)
        {
            var between = Jacobian.Between(cell, run, from: 4 - lag, to: 4);
            Assert.True((products[lag] - between).InfinityNorm() < 1e-14);
        }
    }

    [Fact]
    public void Singular_values_and_spectral_radius_are_those_of_known_matrices()
    {
        var stretched = Matrix.Build.DenseOfArray(new double[,] { { 0, 2 }, { .5, 0 } });
        Assert.Equal([2, .5], Jacobian.SingularValues(stretched), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(1, Jacobian.SpectralRadius(stretched), 1e-14);

        var turn = Matrix.Build.DenseOfArray(new double[,] { { 0, -1 }, { 1, 0 } });
        Assert.Equal(1, Jacobian.SpectralRadius(turn), 1e-14);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Singular_values_and_spectral_radius_of_a_product_that_vanished_or_exploded_keep_their_digits(
        double scale)
    {
        var draw = new Draw(seed: 4);
        var matrix = Matrix.Build.Dense(8, 8, (_, _) => draw.Number());

        Assert.Equal(
            Jacobian.SingularValues(matrix),
            Jacobian.SingularValues(scale * matrix) / scale,
            (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.Equal(Jacobian.SpectralRadius(matrix), Jacobian.SpectralRadius(scale * matrix) / scale, 1e-12);
        Assert.Equal(Vector.Build.Dense(2), Jacobian.SingularValues(Matrix.Build.Dense(2, 3)));
    }

    [Fact]
    public void Steps_outside_the_run_or_in_the_wrong_order_are_refused()
    {
        var rnn = RnnCell.Zeros(1, 1);
        var run = rnn.Run(Sequence.OfScalars([1, 2, 3]));

        Assert.Contains(
            "from is 2 and to is 1; expected 0 <= from < to < 3.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Jacobian.Between(rnn, run, 2, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Jacobian.Between(rnn, run, 0, 3));
    }

    [Fact]
    public void The_leading_eigenvalue_is_the_largest_and_of_a_pair_the_one_above_the_real_axis()
    {
        var real = Jacobian.LeadingEigenvalue(Matrix.Build.DenseOfDiagonalArray([1, -3, 2]));
        var turning = Jacobian.LeadingEigenvalue(Matrix.Build.DenseOfArray(new double[,] { { 0, -2 }, { 2, 0 } }));

        Assert.Equal((-3, 0), (real.Real, real.Imaginary));
        Assert.Equal(2, turning.Imaginary, 12);
        Assert.Equal(0, turning.Real, 12);
    }
}
