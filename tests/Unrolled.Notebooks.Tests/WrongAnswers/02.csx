//// 02-1 · none of the six · choose one of the six
double smallestThatKeeps = .75;

//// 02-1 · the largest · and so does less
double smallestThatKeeps = .9;

//// 02-1 · a weight that loses the bit · the switch forgets
double smallestThatKeeps = .5;

//// 02-2 · net input for activation · What makes it an activation?
double[] HiddenUnits(double x, double[] context, double[] Wx, double[,] Wc, double[] b) =>
    [
        Wx[0] * x + Wc[0, 0] * context[0] + Wc[0, 1] * context[1] + b[0],
        Wx[1] * x + Wc[1, 0] * context[0] + Wc[1, 1] * context[1] + b[1],
    ];

//// 02-2 · forgotten bias · a term of the equation is missing
double[] HiddenUnits(double x, double[] context, double[] Wx, double[,] Wc, double[] b) =>
    [
        Logistic(Wx[0] * x + Wc[0, 0] * context[0] + Wc[0, 1] * context[1]),
        Logistic(Wx[1] * x + Wc[1, 0] * context[0] + Wc[1, 1] * context[1]),
    ];

//// 02-2 · transposed U · leads from context j to hidden i
double[] HiddenUnits(double x, double[] context, double[] Wx, double[,] Wc, double[] b) =>
    [
        Logistic(Wx[0] * x + Wc[0, 0] * context[0] + Wc[1, 0] * context[1] + b[0]),
        Logistic(Wx[1] * x + Wc[0, 1] * context[0] + Wc[1, 1] * context[1] + b[1]),
    ];

//// 02-2 · one to one instead of each to each · term by term
double[] HiddenUnits(double x, double[] context, double[] Wx, double[,] Wc, double[] b) =>
    [
        Logistic(Wx[0] * x + Wc[0, 0] * context[0] + b[0]),
        Logistic(Wx[1] * x + Wc[1, 1] * context[1] + b[1]),
    ];

//// 02-3 · Elman's rule · What does the next step ask of this unit?
Vector HiddenGradient(Vector δy, Matrix Wy, Vector fromNextContext, double copyWeight) =>
    Wy.TransposeThisAndMultiply(δy);

//// 02-3 · a copy of weight 1 · errors come back over it
Vector HiddenGradient(Vector δy, Matrix Wy, Vector fromNextContext, double copyWeight) =>
    Wy.TransposeThisAndMultiply(δy) + fromNextContext;

//// 02-3 · forgotten output · has an output too
Vector HiddenGradient(Vector δy, Matrix Wy, Vector fromNextContext, double copyWeight) =>
    copyWeight * fromNextContext;

//// 02-3 · missing transpose · throws ArgumentException
Vector HiddenGradient(Vector δy, Matrix Wy, Vector fromNextContext, double copyWeight) =>
    Wy * δy + copyWeight * fromNextContext;

//// 02-4 · forgotten slope of the logistic function · lies between h and a
(Matrix Wx, Matrix Wc, Vector bh, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix Wc) =>
    (dh.OuterProduct(x), dh.OuterProduct(context), dh, Wc.TransposeThisAndMultiply(dh));

//// 02-4 · missing transpose · which way does the error go?
(Matrix Wx, Matrix Wc, Vector bh, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix Wc)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (da.OuterProduct(x), da.OuterProduct(context), da, Wc * da);
}

//// 02-4 · outer product the wrong way round · right: b, context; wrong: W, U
(Matrix Wx, Matrix Wc, Vector bh, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix Wc)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (x.OuterProduct(da), context.OuterProduct(da), da, Wc.TransposeThisAndMultiply(da));
}

//// 02-4 · detached context · right: W, U, b; wrong: context
(Matrix Wx, Matrix Wc, Vector bh, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix Wc)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (da.OuterProduct(x), da.OuterProduct(context), da, context * 0);
}

//// 02-4 · sign swapped · wrong: W, U, b, context
(Matrix Wx, Matrix Wc, Vector bh, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix Wc)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(h - 1);
    return (da.OuterProduct(x), da.OuterProduct(context), da, Wc.TransposeThisAndMultiply(da));
}
