//// 04-1 · one e-th is left · a share of 1/e is left
double biasForHalf = Math.Log(200);

//// 04-1 · the factor itself · this is f, the factor per step
double biasForHalf = Math.Pow(.5, 1 / 200.0);

//// 04-1 · the wrong sign · a gate that keeps has σ(bias) near 1
double biasForHalf = Math.Log(Math.Pow(2, 1 / 200.0) - 1);

//// 04-1 · rounded to one decimal · is left after 200 steps
double biasForHalf = 5.7;

//// 04-1 · a guess · after k steps σ(bias)ᵏ is left
double biasForHalf = 4;

//// 04-2 · the tanh's bound · this is the tanh's bound
double logisticBound = 1;

//// 04-2 · the slope itself · this is the largest slope
double logisticBound = .25;

//// 04-2 · no bound at all · What is the largest slope
double logisticBound = 2;

//// 04-3 · each vector alone · there is one norm for all
Vector[] Clipped(Vector[] gradients, double limit) =>
    [.. gradients.Select(gradient => Math.Min(1, limit / gradient.L2Norm()) * gradient)];

//// 04-3 · each number alone · there is one factor for all
Vector[] Clipped(Vector[] gradients, double limit) =>
    [.. gradients.Select(gradient => gradient.Map(value => Math.Clamp(value, -limit, limit)))];

//// 04-3 · always stretched to the limit · what is short enough stays as it is
Vector[] Clipped(Vector[] gradients, double limit)
{
    double norm = Math.Sqrt(gradients.Sum(gradient => gradient * gradient));
    return [.. gradients.Select(gradient => limit / norm * gradient)];
}

//// 04-3 · the square of the norm · The norm is its square root
Vector[] Clipped(Vector[] gradients, double limit)
{
    double squares = gradients.Sum(gradient => gradient * gradient);
    return [.. gradients.Select(gradient => Math.Min(1, limit / squares) * gradient)];
}

//// 04-3 · the sum of the norms · the norms of the vectors are added
Vector[] Clipped(Vector[] gradients, double limit)
{
    double sum = gradients.Sum(gradient => gradient.L2Norm());
    return [.. gradients.Select(gradient => Math.Min(1, limit / sum) * gradient)];
}

//// 04-3 · in place · Return new ones
Vector[] Clipped(Vector[] gradients, double limit)
{
    double norm = Math.Sqrt(gradients.Sum(gradient => gradient * gradient));
    foreach (var gradient in gradients)
        gradient.Multiply(Math.Min(1, limit / norm), gradient);
    return gradients;
}

//// 04-4 · times the radius · Divide by what it was
Matrix WithRadius(Matrix U, double radius) => radius * U;

//// 04-4 · the largest singular value · this sets the largest singular value
Matrix WithRadius(Matrix U, double radius) => radius / U.Svd().S[0] * U;

//// 04-4 · the norm · this sets the norm of the matrix
Matrix WithRadius(Matrix U, double radius) => radius / U.FrobeniusNorm() * U;

//// 04-4 · real parts · take the absolute value
Matrix WithRadius(Matrix U, double radius) =>
    radius / U.Evd().EigenValues.Max(value => value.Real) * U;

//// 04-4 · the first eigenvalue · the first need not be the largest
Matrix WithRadius(Matrix U, double radius) =>
    radius / U.Evd().EigenValues[0].Magnitude * U;

//// 04-4 · the last eigenvalue · the last need not be the largest
Matrix WithRadius(Matrix U, double radius) =>
    radius / U.Evd().EigenValues[^1].Magnitude * U;

//// 04-4 · unchanged · multiply U by one number
Matrix WithRadius(Matrix U, double radius) => U;

//// 04-5 · missing transpose · Which way does the gradient go
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int lag = 0; lag < hs.Length; lag++)
    {
        norms[lag] = dh.L2Norm();
        var h = hs[hs.Length - 1 - lag];
        dh = U * dh.PointwiseMultiply(1 - h.PointwiseMultiply(h));
    }

    return norms;
}

//// 04-5 · forgotten slope · the tanh has a slope
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int lag = 0; lag < hs.Length; lag++)
    {
        norms[lag] = dh.L2Norm();
        dh = U.TransposeThisAndMultiply(dh);
    }

    return norms;
}

//// 04-5 · the slope of the step before · has its slope at h_t, not at h_{t−1}
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    norms[0] = dh.L2Norm();
    for (int lag = 1; lag < hs.Length; lag++)
    {
        var h = hs[hs.Length - 1 - lag];
        dh = U.TransposeThisAndMultiply(dh.PointwiseMultiply(1 - h.PointwiseMultiply(h)));
        norms[lag] = dh.L2Norm();
    }

    return norms;
}

//// 04-5 · first step first · lag 0, the last step, comes first
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int t = hs.Length - 1; t >= 0; t--)
    {
        norms[t] = dh.L2Norm();
        dh = U.TransposeThisAndMultiply(dh.PointwiseMultiply(1 - hs[t].PointwiseMultiply(hs[t])));
    }

    return norms;
}

//// 04-5 · one lag too few · one number for each state
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    var norms = new List<double>();
    for (int t = hs.Length - 1; t > 0; t--)
    {
        norms.Add(dh.L2Norm());
        dh = U.TransposeThisAndMultiply(dh.PointwiseMultiply(1 - hs[t].PointwiseMultiply(hs[t])));
    }

    return [.. norms];
}

//// 04-5 · the slope after U · the gradient passes the slope first
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int lag = 0; lag < hs.Length; lag++)
    {
        norms[lag] = dh.L2Norm();
        var h = hs[hs.Length - 1 - lag];
        dh = U.TransposeThisAndMultiply(dh).PointwiseMultiply(1 - h.PointwiseMultiply(h));
    }

    return norms;
}

//// 04-5 · the slope of the step before, after U · the gradient passes the slope at h_t first
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int lag = 0; lag < hs.Length; lag++)
    {
        norms[lag] = dh.L2Norm();
        var h = hs[Math.Max(0, hs.Length - 2 - lag)];
        dh = U.TransposeThisAndMultiply(dh).PointwiseMultiply(1 - h.PointwiseMultiply(h));
    }

    return norms;
}

//// 04-5 · the norm after the step · lag 0 is missing
double[] NormsOf(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int lag = 0; lag < hs.Length; lag++)
    {
        var h = hs[hs.Length - 1 - lag];
        dh = U.TransposeThisAndMultiply(dh.PointwiseMultiply(1 - h.PointwiseMultiply(h)));
        norms[lag] = dh.L2Norm();
    }

    return norms;
}

//// 04-6 · the radius of another matrix · The eigenvalues of a triangular matrix are its diagonal
Matrix Stretching() => Matrix.Build.DenseOfArray(new[,] { { .9, 30 }, { 1, .9 } });

//// 04-6 · not enough · What does a large number outside of the diagonal do
Matrix Stretching() => Matrix.Build.DenseOfArray(new[,] { { .9, 4 }, { 0, .9 } });

//// 04-6 · the identity · What does a large number outside of the diagonal do
Matrix Stretching() => .9 * Matrix.Build.DenseIdentity(2);

//// 04-6 · three rows · U should have two rows and two columns
Matrix Stretching() => .9 * Matrix.Build.DenseIdentity(3);

//// 04-6 · the largest singular value · the largest singular value is 0.9
Matrix Stretching() => Matrix.Build.DenseOfArray(new[,] { { 0, .9 }, { 0, 0 } });

//// 04-7 · unchanged · these are still PyTorch's first weights
RecurrentLayer YourStart(Random random) => new Rnn(1, 16, random);

//// 04-7 · a gate · the layer should be an Rnn
RecurrentLayer YourStart(Random random) =>
    Initialize.KeepBias(new Lstm(1, 16, random), Math.Log(80));

//// 04-7 · more units · the layer should have one input and 16 units
RecurrentLayer YourStart(Random random) => Initialize.Orthogonal(new Rnn(1, 32, random), random);

//// 04-7 · the identity with tanh · and each should be 0.95 or more
RecurrentLayer YourStart(Random random) => Initialize.Identity(new Rnn(1, 16, random));

//// 04-7 · an orthogonal U alone · and each should be 0.95 or more
RecurrentLayer YourStart(Random random) => Initialize.Orthogonal(new Rnn(1, 16, random), random);
