using Unrolled.Tests.Cells;

namespace Unrolled.Tests.Training;

public class InitializeCellsTests
{
    private readonly Matrix matrix = Matrix.Build.Dense(8, 8);

    [Fact]
    public void Uniform_numbers_fill_their_range_and_come_again_from_the_same_seed()
    {
        var (network, same) = (LstmCell.Zeros(10, 20), LstmCell.Zeros(10, 20));

        Initialize.Uniform(network.Parameters, .25, new Xoshiro256(1));
        Initialize.Uniform(same.Parameters, .25, new Xoshiro256(1));

        double[] numbers = [.. network.Parameters.SelectMany(parameter => parameter.Values)];
        Assert.InRange(numbers.Min(), -.25, -.249);
        Assert.InRange(numbers.Max(), .249, .25);
        Assert.InRange(numbers.Average(), -.01, .01);
        Assert.Equal(numbers, same.Parameters.SelectMany(parameter => parameter.Values));
    }

    [Fact]
    public void A_constant_is_in_every_element_of_the_cells_own_vector()
    {
        var lstm = LstmCell.Zeros(1, 3);

        Initialize.Constant(lstm.b_f, 5);

        Assert.Equal([5, 5, 5], lstm.Parameters["b_f"].Values);
        Assert.Equal(15, lstm.Parameters.Sum(parameter => parameter.Values.Sum()));
    }

    [Fact]
    public void An_orthogonal_matrix_stretches_nothing()
    {
        Initialize.Orthogonal(matrix, new Xoshiro256(1));

        Assert.All(Jacobian.SingularValues(matrix), value => Assert.Equal(1, value, 1e-14));
        Assert.True(matrix.Enumerate().Count(value => Math.Abs(value) > .01) > 50);
    }

    [Fact]
    public void Orthogonal_matrices_have_no_sign_that_they_prefer()
    {
        var random = new Xoshiro256(2);
        var corners = Enumerable.Range(0, 400).Select(_ =>
        {
            Initialize.Orthogonal(matrix, random);
            return matrix[0, 0];
        });

        Assert.InRange(corners.Count(corner => corner > 0), 150, 250);
    }

    [Fact]
    public void The_spectral_radius_is_the_one_asked_for()
    {
        var random = new Xoshiro256(1);
        Initialize.Uniform(new ParameterSet { matrix }, 1, random);

        Initialize.SpectralRadius(matrix, 1.5);

        Assert.Equal(1.5, Jacobian.SpectralRadius(matrix), 1e-13);
        Assert.Throws<ArgumentException>(() => Initialize.SpectralRadius(Matrix.Build.Dense(2, 2), 1));
    }

    [Fact]
    public void The_identity_keeps_a_ReLU_state()
    {
        var rnn = RnnCell.Zeros(2, 3, Activation.Relu);
        Initialize.Identity(rnn.U);
        var start = new Draw(1).Vector(3).PointwiseAbs();

        Assert.Equal(start, rnn.Run(Sequence.OfRows([[0, 0], [0, 0]]), new State(start)).Final.h);
    }

    [Fact]
    public void A_matrix_that_is_not_square_is_refused_with_its_shape()
    {
        var error = Assert.Throws<ArgumentException>(() => Initialize.Identity(RnnCell.Zeros(2, 3).W));
        Assert.Contains("matrix has shape [3, 2]; expected a square one.", error.Message);
    }
}
