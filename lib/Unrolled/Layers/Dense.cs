
namespace Unrolled;

/// <summary>torch.nn.Linear: y = x Wᵀ + b, on the last dimension of x.</summary>
public sealed class Dense
{
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>A layer whose parameters are drawn from U[−1/√input, 1/√input), as in torch.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="outputSize">The features of y.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public Dense(int inputSize, int outputSize, Random random)
        : this(inputSize, outputSize) =>
        Parameters.DrawUniform(1 / Math.Sqrt(inputSize), random);

    private Dense(int inputSize, int outputSize)
    {
        InputSize = LayerCheck.RequirePositive(inputSize, nameof(inputSize));
        OutputSize = LayerCheck.RequirePositive(outputSize, nameof(outputSize));
        weight = new Parameter("weight", outputSize, inputSize);
        bias = new Parameter("bias", outputSize);
        Parameters = new ParameterList(weight, bias);
    }

    /// <summary>A layer whose parameters are all 0.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="outputSize">The features of y.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static Dense Zeros(int inputSize, int outputSize) => new(inputSize, outputSize);

    /// <summary>The features of x.</summary>
    public int InputSize { get; }

    /// <summary>The features of y.</summary>
    public int OutputSize { get; }

    /// <summary>weight, [output, input], and bias, [output].</summary>
    public ParameterList Parameters { get; }

    /// <summary>The equations, y = V h + b_y, with a copy of the parameters in double precision.</summary>
    public OutputLayer ToOutputLayer()
    {
        OutputLayer equations = OutputLayer.Zeros(InputSize, OutputSize);
        for (int row = 0; row < OutputSize; row++)
        {
            for (int column = 0; column < InputSize; column++)
                equations.V[row, column] = weight.Value[row, column];
            equations.b_y[row] = bias.Value[row];
        }

        return equations;
    }

    /// <summary>y, in the shape of x but for the last dimension.</summary>
    /// <param name="x">[…, input].</param>
    /// <param name="reuse">An earlier y that may be overwritten.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public Tensor Forward(Tensor x, Tensor? reuse = null)
    {
        int rows = Rows(x);
        Tensor y = Like(x, OutputSize, reuse);
        MatrixProduct.Set(
            MatrixView.Repeated(bias.Value.Values, rows), new MatrixView(x.Values, rows, InputSize),
            Matrix(weight.Value).Transposed,
            new MatrixView(y.Values, rows, OutputSize));
        return y;
    }

    /// <summary>
    /// dL/dx, with the present weights; dL/dW = Σ dyᵀ x and dL/db = Σ dy are added up in the parameters.
    /// </summary>
    /// <param name="x">The inputs that <see cref="Forward"/> was given.</param>
    /// <param name="dOutput">dL/dy.</param>
    /// <param name="reuse">An earlier dL/dx that may be overwritten.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    /// <exception cref="InvalidOperationException">Another thread is in a backward pass of this layer.</exception>
    public Tensor Backward(Tensor x, Tensor dOutput, Tensor? reuse = null)
    {
        int rows = Rows(x);
        ArgumentNullException.ThrowIfNull(dOutput);
        RequireOutput(dOutput, x);
        using var gradients = Parameters.Backward.Enter();
        MatrixView dy = new(dOutput.Values, rows, OutputSize);
        MatrixProduct.Add(dy.Transposed, new MatrixView(x.Values, rows, InputSize), Matrix(weight.Gradient));
        for (int row = 0; row < rows; row++)
            Accumulate.Add(dOutput.Values.AsSpan(row * OutputSize, OutputSize), bias.Gradient.Values);

        Tensor dx = Like(x, InputSize, reuse);
        dx.Clear();
        MatrixProduct.Add(dy, Matrix(weight.Value), new MatrixView(dx.Values, rows, InputSize));
        return dx;
    }

    private void RequireOutput(Tensor dOutput, Tensor x)
    {
        Span<int> shape = stackalloc int[x.Dimensions.Length];
        ShapeOf(x, OutputSize, shape);
        dOutput.Require(nameof(dOutput), shape);
    }

    private static Tensor Like(Tensor x, int features, Tensor? reuse)
    {
        Span<int> shape = stackalloc int[x.Dimensions.Length];
        ShapeOf(x, features, shape);
        return Tensor.Sized(reuse, shape);
    }

    private static void ShapeOf(Tensor x, int features, Span<int> shape)
    {
        x.Dimensions.CopyTo(shape);
        shape[^1] = features;
    }

    private MatrixView Matrix(Tensor weights) => new(weights.Values, OutputSize, InputSize);

    private int Rows(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Count == 0 || x.Shape[^1] != InputSize)
            throw new ArgumentException(
                $"x has shape {Tensor.Format([.. x.Shape])}; expected […, {InputSize}].", nameof(x));
        return x.Count / InputSize;
    }
}
