
namespace Unrolled;

/// <summary>Elementwise operations of the equations in short form.</summary>
public static class Pointwise
{
    /// <summary>a ⊙ b: element by element.</summary>
    public static Vector Times(this Vector a, Vector b) => a.PointwiseMultiply(b);

    /// <summary>σ(a) = 1 / (1 + e^−a), the logistic function.</summary>
    public static Vector Sigmoid(Vector a) => Map(a, value => 1 / (1 + Math.Exp(-value)));

    /// <summary>tanh(a).</summary>
    public static Vector Tanh(Vector a) => Map(a, Math.Tanh);

    /// <summary>max(a, 0).</summary>
    public static Vector Relu(Vector a) => Map(a, value => Math.Max(value, 0));

    /// <summary>The derivative of max(a, 0): 1 where a is positive, 0 elsewhere.</summary>
    public static Vector Step(Vector a) => Map(a, value => value > 0 ? 1 : 0);

    /// <summary>e^aᵢ / Σ e^aⱼ, with the largest a taken off first so that nothing overflows.</summary>
    public static Vector Softmax(Vector a)
    {
        double largest = a.Maximum();
        var exponentials = Map(a, value => Math.Exp(value - largest));
        return exponentials / exponentials.Sum();
    }

    /// <summary>ln softmax(a) as aᵢ − ln Σ e^aⱼ, which is finite however small the probability.</summary>
    public static Vector LogSoftmax(Vector a)
    {
        double largest = a.Maximum();
        double logSum = largest + Math.Log(a.Sum(value => Math.Exp(value - largest)));
        return Map(a, value => value - logSum);
    }

    /// <summary>The output units' activations y of their net input a: σ(a), softmax(a), or a itself.</summary>
    public static Vector Activate(OutputActivation activation, Vector a) => activation switch
    {
        OutputActivation.Logistic => Sigmoid(a),
        OutputActivation.Softmax => Softmax(a),
        _ => a,
    };

    /// <summary>M ← M + a bᵀ.</summary>
    public static void AddOuter(this Matrix matrix, Vector a, Vector b)
    {
        if (matrix.RowCount != a.Count || matrix.ColumnCount != b.Count)
            throw new ArgumentException(
                $"The outer product has shape [{a.Count}, {b.Count}]; "
                + $"expected [{matrix.RowCount}, {matrix.ColumnCount}].");
        double[] rows = Values(a);
        Span<double> sums = matrix.AsColumnMajorArray();
        foreach (double inColumn in Values(b))
        {
            for (int row = 0; row < rows.Length; row++)
                sums[row] += rows[row] * inColumn;
            sums = sums[rows.Length..];
        }
    }

    /// <summary>v ← v + a.</summary>
    public static void AddVector(this Vector vector, Vector a) => vector.Add(a, vector);

    private static Vector Map(Vector a, Func<double, double> function)
    {
        double[] values = [.. Values(a)];
        for (int i = 0; i < values.Length; i++)
            values[i] = function(values[i]);
        return Vector.Build.Dense(values);
    }

    // A vector's indexer checks every access; its array, where it has one, is several times faster.
    private static double[] Values(Vector vector) => vector.AsArray() ?? vector.ToArray();
}
