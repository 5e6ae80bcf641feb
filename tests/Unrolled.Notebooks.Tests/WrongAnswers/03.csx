//// 03-1 · detached state · How does h₂ act on step 3
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    v * (y2 - target2) * (1 - y2 * y2) * (1 - h2 * h2);
//// 03-1 · without the derivative of the hidden unit · a tanh lies between them
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    v * (y2 - target2) * (1 - y2 * y2) + u * δ3;
//// 03-1 · linear output · a tanh of its own
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (y2 - target2) + u * δ3) * (1 - h2 * h2);
//// 03-1 · over no weight · Through which weight
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (y2 - target2) * (1 - y2 * y2) + δ3) * (1 - h2 * h2);
//// 03-1 · without its own output · an output of its own
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    u * δ3 * (1 - h2 * h2);
//// 03-1 · sign of the error swapped · look at the sign
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (target2 - y2) * (1 - y2 * y2) + u * δ3) * (1 - h2 * h2);
//// 03-1 · without v · through which weight does h₂ act on y₂
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    ((y2 - target2) * (1 - y2 * y2) + u * δ3) * (1 - h2 * h2);
//// 03-1 · slope on the next step alone · the whole sum
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    v * (y2 - target2) * (1 - y2 * y2) + u * δ3 * (1 - h2 * h2);
//// 03-1 · slope on the own output alone · the whole sum
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    v * (y2 - target2) * (1 - y2 * y2) * (1 - h2 * h2) + u * δ3;
//// 03-1 · output's slope on both · the term of the output only
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    (v * (y2 - target2) + u * δ3) * (1 - y2 * y2) * (1 - h2 * h2);
//// 03-1 · nothing but the weights · as a sum of two terms
double DeltaOfStep2(double u, double v, double h2, double y2, double target2, double δ3) =>
    u + v;
//// 03-2 · detached state · detached
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t];
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · missing transpose · transposed U
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U * δ;
    }

    return (dW, dU, db);
}
//// 03-2 · slope of the state before · h[t + 1]
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t].PointwiseMultiply(h[t]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · no slope · lies a tanh
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh;
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · back without the slope · not dL/dh
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(dh);
    }

    return (dW, dU, db);
}
//// 03-2 · state after the step · not the one after it
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t + 1]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · share of the last step only · the last step's share alone
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += (t == xs.Length - 1 ? 1 : 0) * δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · outer product transposed · along the rows
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += h[t].OuterProduct(δ);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · share of the first step only · the state before that step
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU = δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · forgotten bias · sum of all δ
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[t]);
        dU += δ.OuterProduct(h[t]);
        
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-2 · input of the step before · that step's input
(Matrix W, Matrix U, Vector b) ThroughTime(
    RnnCell layer, Vector[] xs, Vector[] h, Vector[] ownErrors)
{
    var (dW, dU, db) = (0 * layer.W, 0 * layer.U, 0 * layer.b);
    var fromNext = 0 * layer.b;
    for (int t = xs.Length - 1; t >= 0; t--)
    {
        var dh = ownErrors[t] + fromNext;
        var δ = dh.PointwiseMultiply(1 - h[t + 1].PointwiseMultiply(h[t + 1]));
        dW += δ.OuterProduct(xs[Math.Max(t - 1, 0)]);
        dU += δ.OuterProduct(h[t]);
        db += δ;
        fromNext = layer.U.TransposeThisAndMultiply(δ);
    }

    return (dW, dU, db);
}
//// 03-3 · each loss as far as k2 · from the step at which the backward pass begins
bool Reaches(int t, int s, int k1, int k2) =>
    s <= t && s > t - k2;
//// 03-3 · later steps too · depend on a later step
bool Reaches(int t, int s, int k1, int k2) =>
    s > (t + k1 - 1) / k1 * k1 - k2 && s <= (t + k1 - 1) / k1 * k1;
//// 03-3 · one step too far · one step too far
bool Reaches(int t, int s, int k1, int k2) =>
    s <= t && s >= (t + k1 - 1) / k1 * k1 - k2;
//// 03-3 · stops at the window · as a detached state does
bool Reaches(int t, int s, int k1, int k2) =>
    s <= t && s > (t + k1 - 1) / k1 * k1 - k1;
//// 03-3 · k2 before the window · include the window itself
bool Reaches(int t, int s, int k1, int k2) =>
    s <= t && s > (t + k1 - 1) / k1 * k1 - k1 - k2;
//// 03-3 · window's end rounded down · at which step does the window end
bool Reaches(int t, int s, int k1, int k2) =>
    s <= t && s > t / k1 * k1 - k2;
//// 03-3 · everything · the last step of the window of t first
bool Reaches(int t, int s, int k1, int k2) =>
    true;
//// 03-4 · too much memory · there is room for 400
(int k1, int k2) chosen = (8, 20);
//// 03-4 · too much work · more than 3
(int k1, int k2) chosen = (1, 9);
//// 03-4 · only the newest loss · but the oldest only
(int k1, int k2) chosen = (9, 12);
//// 03-4 · too short · 8 are wanted
(int k1, int k2) chosen = (4, 8);
//// 03-4 · the wrong way round · k₂ at least k₁
(int k1, int k2) chosen = (12, 4);
//// 03-4 · detached windows of 16 · but the oldest only 0
(int k1, int k2) chosen = (16, 16);
//// 03-5 · uphill · where L rises
double NewWeight(double u, double slope) =>
    u + .1 * slope;
//// 03-5 · slow · one learning rate
double NewWeight(double u, double slope) =>
    u - .1 * slope;
//// 03-5 · fast · one learning rate
double NewWeight(double u, double slope) =>
    u - 10 * slope;
//// 03-5 · clipped, but slow · after 200 updates
double NewWeight(double u, double slope) =>
    u - Math.Clamp(slope, -.001, .001);
//// 03-5 · a limit that never acts · that no slope here reaches
double NewWeight(double u, double slope) =>
    u - slope * Math.Min(.1, .3 / Math.Abs(slope));
//// 03-5 · it swings about the valley · after the last ten
double NewWeight(double u, double slope) =>
    u - 10 * Math.Clamp(slope, -.01, .01);
//// 03-5 · clipped, but too long · after 200 updates
double NewWeight(double u, double slope) =>
    u - Math.Clamp(100 * slope, -1, 1);
//// 03-5 · sign alone · after 200 updates
double NewWeight(double u, double slope) =>
    u - .1 * Math.Sign(slope);
//// 03-5 · not looking · whatever the slope is
double NewWeight(double u, double slope) =>
    u + .01;
//// 03-5 · the answer for 50 steps · whatever the slope is
double NewWeight(double u, double slope) =>
    1.099;
