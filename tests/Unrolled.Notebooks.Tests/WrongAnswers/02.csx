//// 02-1 · more than two decimals · two decimals
double smallestThatKeeps = .7942;

//// 02-1 · the largest · with .01 less, too
double smallestThatKeeps = 1.0;

//// 02-1 · a little too large · with .01 less, too
double smallestThatKeeps = .85;

//// 02-1 · just below the threshold · the 1 is lost
double smallestThatKeeps = .79;

//// 02-1 · a weight that loses the bit · the 1 is lost
double smallestThatKeeps = .5;

//// 02-1 · no weight of a copy · between 0 and 1
double smallestThatKeeps = 79;

//// 02-2 · net input for activation · What makes it an activation?
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        W[0] * x + U[0, 0] * context[0] + U[0, 1] * context[1] + b[0],
        W[1] * x + U[1, 0] * context[0] + U[1, 1] * context[1] + b[1],
    ];

//// 02-2 · tanh · are logistic
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        Math.Tanh(W[0] * x + U[0, 0] * context[0] + U[0, 1] * context[1] + b[0]),
        Math.Tanh(W[1] * x + U[1, 0] * context[0] + U[1, 1] * context[1] + b[1]),
    ];

//// 02-2 · forgotten bias · the bias is missing
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        Logistic(W[0] * x + U[0, 0] * context[0] + U[0, 1] * context[1]),
        Logistic(W[1] * x + U[1, 0] * context[0] + U[1, 1] * context[1]),
    ];

//// 02-2 · forgotten context · the context is missing
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        Logistic(W[0] * x + b[0]),
        Logistic(W[1] * x + b[1]),
    ];

//// 02-2 · forgotten input · the input is missing
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        Logistic(U[0, 0] * context[0] + U[0, 1] * context[1] + b[0]),
        Logistic(U[1, 0] * context[0] + U[1, 1] * context[1] + b[1]),
    ];

//// 02-2 · transposed U · leads from context unit j to hidden unit i
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        Logistic(W[0] * x + U[0, 0] * context[0] + U[1, 0] * context[1] + b[0]),
        Logistic(W[1] * x + U[0, 1] * context[0] + U[1, 1] * context[1] + b[1]),
    ];

//// 02-2 · one to one instead of each to each · its own context unit alone
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [
        Logistic(W[0] * x + U[0, 0] * context[0] + b[0]),
        Logistic(W[1] * x + U[1, 1] * context[1] + b[1]),
    ];

//// 02-2 · one unit alone · there is 1 number in a row
double[] HiddenUnits(double x, double[] context, double[] W, double[,] U, double[] b) =>
    [Logistic(W[0] * x + U[0, 0] * context[0] + U[0, 1] * context[1] + b[0])];

//// 02-3 · Elman's rule · What does the next step ask of this unit?
Vector HiddenGradient(Vector δ_y, Matrix V, Vector fromNextContext, double copyWeight) =>
    V.TransposeThisAndMultiply(δ_y);

//// 02-3 · a copy of weight 1 · errors come back over it
Vector HiddenGradient(Vector δ_y, Matrix V, Vector fromNextContext, double copyWeight) =>
    V.TransposeThisAndMultiply(δ_y) + fromNextContext;

//// 02-3 · forgotten output · has an output too
Vector HiddenGradient(Vector δ_y, Matrix V, Vector fromNextContext, double copyWeight) =>
    copyWeight * fromNextContext;

//// 02-3 · difference of the two · their shares are added
Vector HiddenGradient(Vector δ_y, Matrix V, Vector fromNextContext, double copyWeight) =>
    V.TransposeThisAndMultiply(δ_y) - copyWeight * fromNextContext;

//// 02-3 · the copy's weight over both · only what comes over the copy
Vector HiddenGradient(Vector δ_y, Matrix V, Vector fromNextContext, double copyWeight) =>
    copyWeight * (V.TransposeThisAndMultiply(δ_y) + fromNextContext);

//// 02-3 · missing transpose · which way do errors go over V?
Vector HiddenGradient(Vector δ_y, Matrix V, Vector fromNextContext, double copyWeight) =>
    V * δ_y + copyWeight * fromNextContext;

//// 02-4 · forgotten slope of the logistic function · lies between h and a
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U) =>
    (dh.OuterProduct(x), dh.OuterProduct(context), dh, U.TransposeThisAndMultiply(dh));

//// 02-4 · slope of tanh · is the slope of tanh
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(1 - h.PointwiseMultiply(h));
    return (da.OuterProduct(x), da.OuterProduct(context), da, U.TransposeThisAndMultiply(da));
}

//// 02-4 · context from dh · through a, not through h
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (da.OuterProduct(x), da.OuterProduct(context), da, U.TransposeThisAndMultiply(dh));
}

//// 02-4 · missing transpose · which way does the error go?
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (da.OuterProduct(x), da.OuterProduct(context), da, U * da);
}

//// 02-4 · outer product the wrong way round · the rows of U are hidden units
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (x.OuterProduct(da), context.OuterProduct(da), da, U.TransposeThisAndMultiply(da));
}

//// 02-4 · W the wrong way round · right: U, b, context; wrong: W
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (x.OuterProduct(da), da.OuterProduct(context), da, U.TransposeThisAndMultiply(da));
}

//// 02-4 · detached context · right: W, U, b; wrong: context
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(1 - h);
    return (da.OuterProduct(x), da.OuterProduct(context), da, context * 0);
}

//// 02-4 · sign swapped · the sign is wrong
(Matrix W, Matrix U, Vector b, Vector context) Backward(
    Vector dh, Vector x, Vector context, Vector h, Matrix U)
{
    var da = dh.PointwiseMultiply(h).PointwiseMultiply(h - 1);
    return (da.OuterProduct(x), da.OuterProduct(context), da, U.TransposeThisAndMultiply(da));
}

//// 02-5 · all weights 0 · always on the same side of .5
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    return network;
}

//// 02-5 · the last bit · the last bit alone
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    (network.W[0, 0], network.b[0]) = (10, -5);
    (network.W[1, 0], network.U[1, 0], network.b[1]) = (10, 10, -5);
    (network.W[2, 0], network.U[2, 0], network.b[2]) = (10, 10, -15);
    (network.V[0, 0], network.b_y[0]) = (10, -5);
    return network;
}

//// 02-5 · or · this is OR
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    (network.W[0, 0], network.b[0]) = (10, -5);
    (network.W[1, 0], network.U[1, 0], network.b[1]) = (10, 10, -5);
    (network.W[2, 0], network.U[2, 0], network.b[2]) = (10, 10, -15);
    (network.V[0, 1], network.b_y[0]) = (10, -5);
    return network;
}

//// 02-5 · and · this is AND
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    (network.W[0, 0], network.b[0]) = (10, -5);
    (network.W[1, 0], network.U[1, 0], network.b[1]) = (10, 10, -5);
    (network.W[2, 0], network.U[2, 0], network.b[2]) = (10, 10, -15);
    (network.V[0, 2], network.b_y[0]) = (10, -5);
    return network;
}

//// 02-5 · equal instead of different · the opposite
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    (network.W[0, 0], network.b[0]) = (10, -5);
    (network.W[1, 0], network.U[1, 0], network.b[1]) = (10, 10, -5);
    (network.W[2, 0], network.U[2, 0], network.b[2]) = (10, 10, -15);
    (network.V[0, 1], network.V[0, 2], network.b_y[0]) = (-10, 10, 5);
    return network;
}

//// 02-5 · and is added · this is OR
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    (network.W[0, 0], network.b[0]) = (10, -5);
    (network.W[1, 0], network.U[1, 0], network.b[1]) = (10, 10, -5);
    (network.W[2, 0], network.U[2, 0], network.b[2]) = (10, 10, -15);
    (network.V[0, 1], network.V[0, 2], network.b_y[0]) = (10, 10, -5);
    return network;
}

//// 02-5 · the bit before the last · the bit before the last alone
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    (network.W[0, 0], network.b[0]) = (10, -5);
    (network.U[1, 0], network.b[1]) = (10, -5);
    (network.V[0, 1], network.b_y[0]) = (10, -5);
    return network;
}

//// 02-5 · four hidden units · three hidden units
ElmanNetwork DiffersFromLast() => ElmanNetwork.Zeros(inputs: 1, hidden: 4, outputs: 1);

//// 02-5 · a copy of another weight · fixed at 1.0
ElmanNetwork DiffersFromLast()
{
    var network = ElmanNetwork.Zeros(inputs: 1, hidden: 3, outputs: 1);
    network.CopyWeight = .5;
    return network;
}
