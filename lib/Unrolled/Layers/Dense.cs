using Unrolled.Layers.Kernels;

namespace Unrolled.Layers;

/// <summary>torch.nn.Linear: y = x Wᵀ + b, on the last dimension of x. Weights are 0 until initialised or loaded.</summary>
public sealed class Dense
{
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>A layer of zeros.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="outputSize">The features of y.</param>
    public Dense(int inputSize, int outputSize)
    {
        InputSize = LayerCheck.RequirePositive(inputSize, nameof(inputSize));
        OutputSize = LayerCheck.RequirePositive(outputSize, nameof(outputSize));
        weight = new Parameter("weight", outputSize, inputSize);
        bias = new Parameter("bias", outputSize);
        Parameters = new ParameterList(weight, bias);
    }

    /// <summary>The features of x.</summary>
    public int InputSize { get; }

    /// <summary>The features of y.</summary>
    public int OutputSize { get; }

    /// <summary>weight, [output, input], and bias, [output].</summary>
    public ParameterList Parameters { get; }

    /// <summary>y, in the shape of x but for the last dimension.</summary>
    /// <param name="x">[…, input].</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Forward(Tensor x)
    {
        int rows = Rows(x);
        float[] transposed = new float[weight.Value.Count];
        Transpose.Copy(new MatrixView(weight.Value.Values, OutputSize, InputSize), transposed);
        Tensor y = new([.. x.Shape.SkipLast(1), OutputSize]);
        BiasRows.Fill(y.Values, bias.Value.Values);
        MatrixProduct.Add(
            new MatrixView(x.Values, rows, InputSize),
            new MatrixView(transposed, InputSize, OutputSize),
            new MatrixView(y.Values, rows, OutputSize));
        return y;
    }

    /// <summary>dL/dx; dL/dW = Σ dyᵀ x and dL/db = Σ dy are added up in the parameters.</summary>
    /// <param name="x">What <see cref="Forward"/> was given.</param>
    /// <param name="dOutput">dL/dy.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor Backward(Tensor x, Tensor dOutput)
    {
        int rows = Rows(x);
        ArgumentNullException.ThrowIfNull(dOutput);
        dOutput.Require(nameof(dOutput), [.. x.Shape.SkipLast(1), OutputSize]);
        MatrixView dy = new(dOutput.Values, rows, OutputSize);
        MatrixProduct.Add(
            dy.Transposed, new MatrixView(x.Values, rows, InputSize), new MatrixView(weight.Gradient.Values, OutputSize, InputSize));
        ColumnSum.Add(dOutput.Values, bias.Gradient.Values);

        Tensor dx = new([.. x.Shape]);
        MatrixProduct.Add(dy, new MatrixView(weight.Value.Values, OutputSize, InputSize), new MatrixView(dx.Values, rows, InputSize));
        return dx;
    }

    private int Rows(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Count == 0 || x.Shape[^1] != InputSize)
            throw new ArgumentException($"x has shape {Tensor.Format([.. x.Shape])}; expected […, {InputSize}].", nameof(x));
        return x.Count / InputSize;
    }
}
