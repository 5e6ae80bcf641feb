using Unrolled.Equations.Foundations;
using static Unrolled.Equations.Foundations.Pointwise;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations;

/// <summary>
/// Output units over a hidden state.
/// <code>
/// a_y = V h + b_y
/// y   = a_y    or    \sigma(a_y)    or    \mathrm{softmax}(a_y)
/// </code>
/// <see cref="WithReadOut"/> puts one on top of a cell; a bidirectional network, which has no step from left to right,
/// takes one over its whole sequence.
/// </summary>
public sealed class ReadOut
{
    /// <summary>Output units whose weights are all 0.</summary>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="outputSize">The number of elements of y.</param>
    /// <param name="outputUnits">What the units compute.</param>
    public ReadOut(int hiddenSize, int outputSize, OutputUnits outputUnits = OutputUnits.Linear)
    {
        OutputUnits = outputUnits;
        V = Matrix.Build.Dense(
            Shapes.RequirePositive(outputSize, nameof(outputSize)),
            Shapes.RequirePositive(hiddenSize, nameof(hiddenSize)));
        b_y = Vector.Build.Dense(outputSize);
    }

    /// <summary>Hidden to output, [output, hidden].</summary>
    public Matrix V { get; }

    /// <summary>The bias, [output].</summary>
    public Vector b_y { get; }

    /// <summary>What the units compute.</summary>
    public OutputUnits OutputUnits { get; }

    /// <summary>V and b_y, live.</summary>
    public ParameterSet Parameters => new() { V, b_y };

    /// <summary>Output units of the same sizes whose weights are all 0.</summary>
    public ReadOut ZerosLike() => new(V.ColumnCount, V.RowCount, OutputUnits);

    /// <summary>The net input and the output.</summary>
    /// <param name="h">The hidden state, [hidden].</param>
    public (Vector a_y, Vector y) Forward(Vector h)
    {
        Shapes.RequireSize(h, V.ColumnCount, nameof(h));

        var a_y = V * h + b_y;
        var y = OutputUnits switch
        {
            OutputUnits.Logistic => Sigmoid(a_y),
            OutputUnits.Softmax => Softmax(a_y),
            _ => a_y,
        };

        return (a_y, y);
    }

    /// <summary>
    /// The gradients of the net input and of h; those of V and b_y are added to <paramref name="d"/>.
    /// </summary>
    /// <param name="h">The hidden state, [hidden].</param>
    /// <param name="y">The output that came of it, [output].</param>
    /// <param name="dy">dL/dy, [output].</param>
    /// <param name="d">Where dL/dV and dL/db_y are added.</param>
    public (Vector da_y, Vector dh) Backward(Vector h, Vector y, Vector dy, ReadOut d)
    {
        Shapes.RequireSize(dy, V.RowCount, nameof(dy));

        var da_y = OutputUnits switch
        {
            OutputUnits.Logistic => dy.Times(y).Times(1 - y),
            OutputUnits.Softmax => y.Times(dy - y * dy),
            _ => dy,
        };
        d.V.AddOuter(da_y, h);
        d.b_y.AddVector(da_y);
        var dh = V.TransposeThisAndMultiply(da_y);

        return (da_y, dh);
    }
}
