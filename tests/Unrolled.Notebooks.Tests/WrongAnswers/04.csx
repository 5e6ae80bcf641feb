//// 04-1 · too short · half of it is gone earlier
double smallestBias = 4;

//// 04-1 · the largest · so does a smaller one
double smallestBias = 5;

//// 04-1 · not of the list · choose one of the five
double smallestBias = 4.2;

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

//// 04-3 · the square of the norm · a gradient of length 13
Vector[] Clipped(Vector[] gradients, double limit)
{
    double squares = gradients.Sum(gradient => gradient * gradient);
    return [.. gradients.Select(gradient => Math.Min(1, limit / squares) * gradient)];
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

//// 04-4 · unchanged · multiply U by one number
Matrix WithRadius(Matrix U, double radius) => U;

//// 04-5 · missing transpose · Which way does the gradient go
double[] NormsByLag(Matrix U, Vector[] hs, Vector dh)
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
double[] NormsByLag(Matrix U, Vector[] hs, Vector dh)
{
    double[] norms = new double[hs.Length];
    for (int lag = 0; lag < hs.Length; lag++)
    {
        norms[lag] = dh.L2Norm();
        dh = U.TransposeThisAndMultiply(dh);
    }

    return norms;
}

//// 04-5 · the slope of the step before · has its slope at h(t), not at h(t−1)
double[] NormsByLag(Matrix U, Vector[] hs, Vector dh)
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
double[] NormsByLag(Matrix U, Vector[] hs, Vector dh)
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
double[] NormsByLag(Matrix U, Vector[] hs, Vector dh)
{
    var norms = new List<double>();
    for (int t = hs.Length - 1; t > 0; t--)
    {
        norms.Add(dh.L2Norm());
        dh = U.TransposeThisAndMultiply(dh.PointwiseMultiply(1 - hs[t].PointwiseMultiply(hs[t])));
    }

    return [.. norms];
}
