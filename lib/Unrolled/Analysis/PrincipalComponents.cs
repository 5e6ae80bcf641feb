namespace Unrolled;

/// <summary>
/// The directions along which vectors, such as hidden states, vary most (Pearson 1901, On Lines and Planes of Closest
/// Fit to Systems of Points in Space): the unit eigenvectors of their covariance, the largest eigenvalue first.
/// <code>
/// C = \frac{1}{n} \sum_k (v_k - \bar{v}) (v_k - \bar{v})^\top
/// C u_i = \lambda_i u_i, \qquad \lambda_1 \ge \lambda_2 \ge \dots
/// z_i = u_i^\top (v - \bar{v})
/// </code>
/// The sign of an eigenvector is free; here its largest element is positive, the first of those that are equally large.
/// Directions of equal variance are not unique.
/// </summary>
public sealed class PrincipalComponents
{
    // Elements whose sizes differ by rounding alone are equally large.
    private const double AsLarge = 1 - 1e-9;

    private readonly double total;

    private PrincipalComponents(Vector mean, Matrix directions, Vector variances)
    {
        (Mean, Directions, Variances) = (mean, directions, variances);
        total = variances.Sum();
    }

    /// <summary>The mean of the vectors, [element].</summary>
    public Vector Mean { get; }

    /// <summary>The unit vectors u, [element, component]: a component a column.</summary>
    public Matrix Directions { get; }

    /// <summary>The variance λ along each component, [component], the largest first.</summary>
    public Vector Variances { get; }

    /// <summary>The principal components of vectors.</summary>
    /// <param name="vectors">The vectors, [vector][element], at least two.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two vectors, they differ in their numbers of elements, or a number is not finite.
    /// </exception>
    public static PrincipalComponents Of(IEnumerable<Vector> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        Vector[] all = [.. vectors];
        if (all.Length < 2)
            throw new ArgumentException($"There are {all.Length} vectors; expected at least two.", nameof(vectors));
        for (int k = 0; k < all.Length; k++)
        {
            if (all[k].Count != all[0].Count)
            {
                throw new ArgumentException(
                    $"vectors[{k}] has {all[k].Count} elements; expected {all[0].Count}, as the first has.",
                    nameof(vectors));
            }

            if (!all[k].All(double.IsFinite))
                throw new ArgumentException($"vectors[{k}] has a number that is not finite.", nameof(vectors));
        }

        Vector mean = all.Aggregate((sum, vector) => sum + vector) / all.Length;
        Matrix centred = Matrix.Build.DenseOfColumnVectors(all.Select(vector => vector - mean));
        Matrix covariance = centred.TransposeAndMultiply(centred) / all.Length;
        var eigen = covariance.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);

        // Rounding can leave a variance of 0 a little below it.
        (double Variance, Vector Direction)[] components =
        [
            .. Enumerable.Range(0, mean.Count)
                .Select(i => (Math.Max(0, eigen.EigenValues[i].Real), Signed(eigen.EigenVectors.Column(i))))
                .OrderByDescending(component => component.Item1),
        ];
        return new PrincipalComponents(
            mean,
            Matrix.Build.DenseOfColumnVectors(components.Select(component => component.Direction)),
            Vector.Build.DenseOfEnumerable(components.Select(component => component.Variance)));
    }

    /// <summary>The share of a component in the whole variance, 0 … 1; NaN if all vectors are equal.</summary>
    /// <param name="component">The component, from 0.</param>
    public double Share(int component) => Variances[component] / total;

    /// <summary>The coordinates z of a vector along the first components, [component].</summary>
    /// <param name="vector">The vector, which need not be one of those of which these are the components.</param>
    /// <param name="count">The number of components; null for all.</param>
    /// <exception cref="ArgumentException">The vector has another number of elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many components.</exception>
    public Vector Project(Vector vector, int? count = null)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Count != Mean.Count)
        {
            throw new ArgumentException(
                $"vector has {vector.Count} elements; expected {Mean.Count}, as the components have.", nameof(vector));
        }

        int kept = count ?? Directions.ColumnCount;
        if (kept < 1 || kept > Directions.ColumnCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"count is {count}; expected 1 to {Directions.ColumnCount}.");
        }

        Vector centred = vector - Mean;
        return Vector.Build.Dense(kept, i => Directions.Column(i) * centred);
    }

    private static Vector Signed(Vector direction)
    {
        double largest = direction.AbsoluteMaximum();
        return direction.First(element => Math.Abs(element) >= AsLarge * largest) < 0 ? -direction : direction;
    }
}
