//// 03-1 · one step too few · more than one per cent off
int smallestReach = 8;
//// 03-1 · more than is needed · so is a smaller one
int smallestReach = 20;
//// 03-1 · longer than the sequence · between 1 and 100
int smallestReach = 1000;
//// 03-2 · detached state · What does step 3 ask
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    v * (y2 - target2) * (1 - y2 * y2) * (1 - h2 * h2);
//// 03-2 · without the derivative of the hidden unit · Between h₂ and its net input
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    v * (y2 - target2) * (1 - y2 * y2) + u * δ3;
//// 03-2 · linear output · a tanh of its own
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (y2 - target2) + u * δ3) * (1 - h2 * h2);
//// 03-2 · over no weight · Over which weight
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (y2 - target2) * (1 - y2 * y2) + δ3) * (1 - h2 * h2);
//// 03-2 · sign of the error swapped · as a sum of two ways
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (target2 - y2) * (1 - y2 * y2) + u * δ3) * (1 - h2 * h2);
//// 03-3 · missing transpose · along the rows
Matrix GradientOfU(IReadOnlyList<Vector> δ, IReadOnlyList<Vector> hBefore) =>
    hBefore.Zip(δ, (activity, error) => activity.OuterProduct(error)).Aggregate((sum, share) => sum + share);
//// 03-3 · only the last step · only once
Matrix GradientOfU(IReadOnlyList<Vector> δ, IReadOnlyList<Vector> hBefore) =>
    δ[^1].OuterProduct(hBefore[^1]);
//// 03-3 · mean instead of sum · not averaged
Matrix GradientOfU(IReadOnlyList<Vector> δ, IReadOnlyList<Vector> hBefore) =>
    δ.Zip(hBefore, (error, activity) => error.OuterProduct(activity)).Aggregate((sum, share) => sum + share) / δ.Count;
//// 03-4 · detached state · detached
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell network, IReadOnlyList<Vector> xs,
    IReadOnlyList<Vector> h, IReadOnlyList<Vector> dOwn)
{
    var (dW, dU, db) = (0 * network.W, 0 * network.U, 0 * network.b);
    var fromTheStepAfter = 0 * network.b;
    for (int t = xs.Count - 1; t >= 0; t--)
    {
        var dh = dOwn[t];
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromTheStepAfter = network.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-4 · missing transpose · transposed U
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell network, IReadOnlyList<Vector> xs,
    IReadOnlyList<Vector> h, IReadOnlyList<Vector> dOwn)
{
    var (dW, dU, db) = (0 * network.W, 0 * network.U, 0 * network.b);
    var fromTheStepAfter = 0 * network.b;
    for (int t = xs.Count - 1; t >= 0; t--)
    {
        var dh = dOwn[t] + fromTheStepAfter;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromTheStepAfter = network.U * δ;
    }

    return (dW, dU, db);
}
//// 03-4 · share of the last step only · the state before that step
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell network, IReadOnlyList<Vector> xs,
    IReadOnlyList<Vector> h, IReadOnlyList<Vector> dOwn)
{
    var (dW, dU, db) = (0 * network.W, 0 * network.U, 0 * network.b);
    var fromTheStepAfter = 0 * network.b;
    for (int t = xs.Count - 1; t >= 0; t--)
    {
        var dh = dOwn[t] + fromTheStepAfter;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU = δ.OuterProduct(h[t]);
        db += δ;
        fromTheStepAfter = network.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-4 · state after the step · the state before that step
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell network, IReadOnlyList<Vector> xs,
    IReadOnlyList<Vector> h, IReadOnlyList<Vector> dOwn)
{
    var (dW, dU, db) = (0 * network.W, 0 * network.U, 0 * network.b);
    var fromTheStepAfter = 0 * network.b;
    for (int t = xs.Count - 1; t >= 0; t--)
    {
        var dh = dOwn[t] + fromTheStepAfter;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t + 1]);
        db += δ;
        fromTheStepAfter = network.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-4 · forgotten bias · sum of all δ
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell network, IReadOnlyList<Vector> xs,
    IReadOnlyList<Vector> h, IReadOnlyList<Vector> dOwn)
{
    var (dW, dU, db) = (0 * network.W, 0 * network.U, 0 * network.b);
    var fromTheStepAfter = 0 * network.b;
    for (int t = xs.Count - 1; t >= 0; t--)
    {
        var dh = dOwn[t] + fromTheStepAfter;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        
        fromTheStepAfter = network.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
