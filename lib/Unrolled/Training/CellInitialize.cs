using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>Draws the first weights.</summary>
public static class CellInitialize
{
    /// <summary>Draws every number of every parameter from U[−bound, bound), in the parameters' order.</summary>
    /// <param name="parameters">What to draw.</param>
    /// <param name="bound">The largest absolute value, such as 1/√H, torch's for recurrent layers.</param>
    /// <param name="random">The seeded source.</param>
    public static void Uniform(ParameterSet parameters, double bound, Random random)
    {
        foreach (var parameter in parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++)
                parameter.Values[i] = bound * (2 * random.NextDouble() - 1);
        }
    }

    /// <summary>Gives every element of a vector one value, such as a forget gate's bias its first.</summary>
    /// <param name="vector">The vector, such as b_f.</param>
    /// <param name="value">The value.</param>
    public static void Constant(Vector vector, double value) => vector.MapInplace(_ => value, Zeros.Include);

    /// <summary>
    /// Makes a square matrix orthogonal, every direction as likely as any other: a step through it keeps every length
    /// (Saxe, McClelland and Ganguli 2014).
    /// </summary>
    /// <param name="matrix">The matrix, such as U.</param>
    /// <param name="random">The seeded source.</param>
    public static void Orthogonal(Matrix matrix, Random random)
    {
        RequireSquare(matrix);
        var gaussian = Matrix.Build.Dense(matrix.RowCount, matrix.ColumnCount, (_, _) => Gaussian(random));
        var qr = gaussian.QR();
        // The signs of R's diagonal are an accident of the method; taken out, Q is uniform over all orthogonal matrices.
        var signs = qr.R.Diagonal().Map(value => value < 0 ? -1.0 : 1.0);
        (qr.Q * Matrix.Build.DiagonalOfDiagonalVector(signs)).CopyTo(matrix);
    }

    /// <summary>Makes a square matrix the identity, as for ReLU in Le, Jaitly and Hinton 2015.</summary>
    /// <param name="matrix">The matrix, such as U.</param>
    public static void Identity(Matrix matrix)
    {
        RequireSquare(matrix);
        Matrix.Build.DenseIdentity(matrix.RowCount).CopyTo(matrix);
    }

    /// <summary>Scales a square matrix so that its largest eigenvalue has this absolute value.</summary>
    /// <param name="matrix">The matrix, such as U; not 0.</param>
    /// <param name="radius">The spectral radius wanted.</param>
    public static void SpectralRadius(Matrix matrix, double radius)
    {
        RequireSquare(matrix);
        double found = matrix.Evd().EigenValues.Max(value => value.Magnitude);
        if (found == 0)
            throw new ArgumentException(
                "matrix has the spectral radius 0; expected one that can be scaled.", nameof(matrix));
        matrix.Multiply(radius / found, matrix);
    }

    // Box and Muller 1958.
    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void RequireSquare(Matrix matrix)
    {
        if (matrix.RowCount != matrix.ColumnCount)
            throw new ArgumentException(
                $"matrix has shape [{matrix.RowCount}, {matrix.ColumnCount}]; expected a square one.", nameof(matrix));
    }
}
