using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>Initial values of parameters. All random numbers come from the source that is given.</summary>
public static class Initialize
{
    /// <summary>Draws every element of every parameter from U[−bound, bound), in the parameters' order.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="bound">The largest absolute value, such as 1/√H, torch's for recurrent layers.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not finite.</exception>
    public static void Uniform(ParameterSet parameters, double bound, Random random)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        parameters.DrawUniform(bound, random);
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
        var gaussian = Matrix.Build.Dense(matrix.RowCount, matrix.ColumnCount, (_, _) => Gaussian.Draw(1, random));
        var qr = gaussian.QR();
        // The signs of R's diagonal are an accident of the method; taken out, Q is uniform over all orthogonal
        // matrices.
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

    /// <summary>Every element uniform in ±bound.</summary>
    public static void Uniform(ParameterList parameters, double bound, Random random)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(random);
        parameters.DrawUniform(bound, random);
    }

    /// <summary>
    /// Makes the recurrent matrix of every gate orthogonal, all directions as likely: a step through it keeps every
    /// length (Saxe, McClelland and Ganguli 2014).
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="gain">The factor of the matrices; becomes their spectral radius.</param>
    /// <returns>The layer itself.</returns>
    public static TLayer Orthogonal<TLayer>(TLayer layer, Random random, double gain = 1)
        where TLayer : RecurrentLayer
    {
        ArgumentNullException.ThrowIfNull(random);
        ForEachGate(layer, hidden =>
        {
            var qr = Matrix<double>.Build.Dense(hidden, hidden, (_, _) => Gaussian.Draw(1, random)).QR();
            // The signs of R's diagonal are an accident of the method; without them Q is uniform.
            return (row, column) => gain * (qr.R[column, column] < 0 ? -1 : 1) * qr.Q[row, column];
        });
        return layer;
    }

    /// <summary>
    /// Makes the recurrent matrix of every gate the identity, times a gain (Le, Jaitly and Hinton 2015, for ReLU).
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="gain">The factor of the matrices.</param>
    /// <returns>The layer itself.</returns>
    public static TLayer Identity<TLayer>(TLayer layer, double gain = 1)
        where TLayer : RecurrentLayer
    {
        ForEachGate(layer, _ => (row, column) => row == column ? gain : 0);
        return layer;
    }

    /// <summary>
    /// Sets the bias of the gate that keeps the old state: f of an LSTM, z of a GRU, which here keeps. The larger it
    /// is, the longer a state lasts at first: a share of σ(bias) is left at every step.
    /// </summary>
    /// <param name="layer">An LSTM with a forget gate, or a GRU.</param>
    /// <param name="bias">The sum that the two biases shall have.</param>
    /// <returns>The layer itself.</returns>
    /// <exception cref="ArgumentException">The layer has no such gate.</exception>
    public static TLayer KeepBias<TLayer>(TLayer layer, double bias)
        where TLayer : RecurrentLayer
    {
        SetBias(layer, KeepGate(layer), _ => bias);
        return layer;
    }

    /// <summary>
    /// Spreads the gates' first memory over all lags up to the longest: the keeping gate's biases are ln U(1, T − 1),
    /// and those of an LSTM's input gate their opposites (Tallec and Ollivier 2018, section 3).
    /// </summary>
    /// <param name="layer">An LSTM with a forget gate, or a GRU.</param>
    /// <param name="longestLag">T, at least 3.</param>
    /// <param name="random">The seeded source.</param>
    /// <returns>The layer itself.</returns>
    /// <exception cref="ArgumentException">The layer has no such gate.</exception>
    public static TLayer Chrono<TLayer>(TLayer layer, int longestLag, Random random)
        where TLayer : RecurrentLayer
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestLag, 3);
        ArgumentNullException.ThrowIfNull(random);
        int gate = KeepGate(layer);
        double[] keep = [.. Enumerable.Range(0, layer.HiddenSize * layer.LayerCount * layer.DirectionCount)
            .Select(_ => Math.Log(1 + (longestLag - 2) * random.NextDouble()))];
        SetBias(layer, gate, unit => keep[unit]);
        if (layer is Lstm)
            SetBias(layer, gate: 0, unit => -keep[unit]);
        return layer;
    }

    /// <summary>
    /// Sets the bias of one gate of every unit. With ±40 a gate stands still in single precision: it is exactly 1, or
    /// so near 0 that training does not move it.
    /// </summary>
    /// <param name="layer">An LSTM or a GRU.</param>
    /// <param name="gate">The gate's name in the equations: i, f or o of an LSTM, r or z of a GRU.</param>
    /// <param name="bias">The sum that the two biases shall have.</param>
    /// <returns>The layer itself.</returns>
    /// <exception cref="ArgumentException">The layer has no such gate.</exception>
    public static TLayer GateBias<TLayer>(TLayer layer, string gate, double bias)
        where TLayer : RecurrentLayer
    {
        ArgumentNullException.ThrowIfNull(layer);
        string[] blocks = layer switch
        {
            Gru => ["r", "z"],
            Lstm { Kind: LstmKind.WithoutForgetGate } => ["i", "g", "o"],
            Lstm => ["i", "f", "g", "o"],
            _ => [],
        };
        int block = gate == "g" ? -1 : Array.IndexOf(blocks, gate);
        if (block < 0)
            throw new ArgumentException(
                $"{layer.GetType().Name} has no gate \"{gate}\"; its gates are "
                + $"[{string.Join(", ", blocks.Where(name => name != "g"))}].",
                nameof(gate));
        SetBias(layer, block, _ => bias);
        return layer;
    }

    private static int KeepGate(RecurrentLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer is Gru or Lstm { Kind: not LstmKind.WithoutForgetGate }
            ? 1
            : throw new ArgumentException(
                $"layer is an {layer.GetType().Name} without a gate that keeps the old state.", nameof(layer));
    }

    private static void SetBias(RecurrentLayer layer, int gate, Func<int, double> bias)
    {
        layer.Parameters.MarkChanged();
        int unit = 0;
        foreach (Parameter bias_ih in layer.Parameters.Where(
            parameter => parameter.Name.StartsWith("bias_ih", StringComparison.Ordinal)))
        {
            Parameter bias_hh = layer.Parameters[bias_ih.Name.Replace("_ih_", "_hh_", StringComparison.Ordinal)];
            for (int k = 0; k < layer.HiddenSize; k++)
            {
                int place = gate * layer.HiddenSize + k;
                bias_ih.Value.Values[place] = (float)bias(unit++);
                bias_hh.Value.Values[place] = 0;
            }
        }
    }

    private static void ForEachGate(RecurrentLayer layer, Func<int, Func<int, int, double>> newMatrix)
    {
        ArgumentNullException.ThrowIfNull(layer);
        layer.Parameters.MarkChanged();
        int hidden = layer.HiddenSize;
        foreach (Parameter weight in layer.Parameters.Where(
            parameter => parameter.Name.StartsWith("weight_hh", StringComparison.Ordinal)))
        {
            for (int first = 0; first < weight.Value.Shape[0]; first += hidden)
            {
                Func<int, int, double> matrix = newMatrix(hidden);
                for (int row = 0; row < hidden; row++)
                {
                    for (int column = 0; column < hidden; column++)
                        weight.Value[first + row, column] = (float)matrix(row, column);
                }
            }
        }
    }

    private static void RequireSquare(Matrix matrix)
    {
        if (matrix.RowCount != matrix.ColumnCount)
            throw new ArgumentException(
                $"matrix has shape [{matrix.RowCount}, {matrix.ColumnCount}]; expected a square one.", nameof(matrix));
    }
}
