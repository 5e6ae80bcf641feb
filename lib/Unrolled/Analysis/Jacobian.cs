using System.Numerics;

namespace Unrolled;

/// <summary>
/// The dependence of one state on an earlier one: dh(t)/dh(t−1), and products of these (Bengio, Simard and Frasconi
/// 1994; Pascanu, Mikolov and Bengio 2013, equation 5). Singular values below 1 shrink the gradient, those above 1
/// stretch it.
/// </summary>
public static class Jacobian
{
    /// <summary>
    /// dstate(t)/dstate(t−1), [state, state]: row i is how state i depends on every element before. The vectors of a
    /// state follow one another, so an LSTM's has four blocks, dh/dh, dh/dc, dc/dh and dc/dc.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="step">One of its steps.</param>
    public static Matrix OfStep(ICell cell, ICellStep step)
    {
        var unused = cell.ZerosLike();
        var dy = Vector.Build.Dense(cell.OutputSize);
        // Row i is the backward pass of a gradient that is 1 at state i and 0 elsewhere.
        return Matrix.Build.DenseOfRows(
            from part in Enumerable.Range(0, cell.StateSizes.Count)
            from element in Enumerable.Range(0, cell.StateSizes[part])
            let back = cell.Backward(step, dy, Only(cell.StateSizes, part, element), unused)
            select back.Before.SelectMany(vector => vector));
    }

    /// <summary>
    /// dstate(t)/dstate(s): the product of all steps' Jacobians from s + 1 to t, the newest on the left.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="run">A run of it.</param>
    /// <param name="from">s: the step whose state it is differentiated by.</param>
    /// <param name="to">t: the step whose state is differentiated, after s.</param>
    /// <exception cref="ArgumentOutOfRangeException">The steps are not in the run, or not in this order.</exception>
    public static Matrix Between(ICell cell, CellTrace run, int from, int to)
    {
        if (from < 0 || to >= run.Count || from >= to)
            throw new ArgumentOutOfRangeException(
                nameof(from), $"from is {from} and to is {to}; expected 0 <= from < to < {run.Count}.");
        var product = OfStep(cell, run[from + 1]);
        for (int t = from + 2; t <= to; t++)
            product = OfStep(cell, run[t]) * product;
        return product;
    }

    /// <summary>
    /// dstate(T)/dstate(T − lag) for lag 0, 1, … T − 1: the same products, from the last step back. Each lag has one
    /// factor more than the one before, on the right; lag 0 has none and is the identity.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="run">A run of it over T steps.</param>
    public static IReadOnlyList<Matrix> ByLag(ICell cell, CellTrace run)
    {
        var products = new Matrix[run.Count];
        products[0] = Matrix.Build.DenseIdentity(cell.StateSizes.Sum());
        for (int lag = 1; lag < run.Count; lag++)
            products[lag] = products[lag - 1] * OfStep(cell, run[run.Count - lag]);
        return products;
    }

    /// <summary>The singular values, the largest first: how far the matrix stretches along each of its axes.</summary>
    /// <param name="matrix">A Jacobian, or a recurrent weight matrix.</param>
    public static Vector SingularValues(Matrix matrix)
    {
        var (ofOrderOne, scale) = Scaled(matrix);
        return ofOrderOne.Svd(computeVectors: false).S * scale;
    }

    /// <summary>The largest absolute value of an eigenvalue: what decides how powers of the matrix grow.</summary>
    /// <param name="matrix">A Jacobian, or a recurrent weight matrix.</param>
    public static double SpectralRadius(Matrix matrix)
    {
        var (ofOrderOne, scale) = Scaled(matrix);
        return ofOrderOne.Evd().EigenValues.Max(value => value.Magnitude) * scale;
    }

    /// <summary>
    /// The eigenvalue with the largest absolute value. A real one stretches one direction, and turns it round if it is
    /// negative; of a pair of complex ones, which turn a plane, the one with the positive imaginary part.
    /// </summary>
    /// <param name="matrix">A Jacobian, or a recurrent weight matrix.</param>
    public static Complex LeadingEigenvalue(Matrix matrix)
    {
        var (ofOrderOne, scale) = Scaled(matrix);
        Complex leading = ofOrderOne.Evd().EigenValues.MaxBy(value => value.Magnitude) * scale;
        return new Complex(leading.Real, Math.Abs(leading.Imaginary));
    }

    // MathNet's decompositions take what is below some 1e-15 for zero: a vanished product would lose its digits.
    private static (Matrix OfOrderOne, double Scale) Scaled(Matrix matrix)
    {
        double largest = matrix.Enumerate().Max(Math.Abs);
        return largest > 0 ? (matrix / largest, largest) : (matrix, 1);
    }

    private static State Only(IReadOnlyList<int> sizes, int part, int element)
    {
        var state = State.Zeros(sizes);
        state[part][element] = 1;
        return state;
    }
}
