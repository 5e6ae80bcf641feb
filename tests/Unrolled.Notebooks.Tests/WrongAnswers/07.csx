//// 07-1 · one direction · each direction of a layer
int DeepBidirectionalParameters(int I, int H, int L) =>
    H * (I + H + 1) + (L - 1) * H * (2 * H + H + 1);
//// 07-1 · the second layer reads H numbers · How long is the vector
int DeepBidirectionalParameters(int I, int H, int L) =>
    2 * H * (I + H + 1) + (L - 1) * 2 * H * (H + H + 1);
//// 07-1 · every layer reads the inputs · does not read the inputs
int DeepBidirectionalParameters(int I, int H, int L) => L * 2 * H * (I + H + 1);
//// 07-1 · a stack of one direction that reads the inputs · each direction has parameters of its own
int DeepBidirectionalParameters(int I, int H, int L) => L * H * (I + H + 1);
//// 07-1 · one direction from the second layer on · has two directions, too
int DeepBidirectionalParameters(int I, int H, int L) =>
    2 * H * (I + H + 1) + (L - 1) * H * (2 * H + H + 1);
//// 07-1 · U reads both directions, too · leads from H to H
int DeepBidirectionalParameters(int I, int H, int L) =>
    2 * H * (I + H + 1) + (L - 1) * 2 * H * (2 * H + 2 * H + 1);
//// 07-1 · without biases · the biases are missing
int DeepBidirectionalParameters(int I, int H, int L) =>
    2 * H * (I + H) + (L - 1) * 2 * H * (2 * H + H);
//// 07-1 · two biases · PyTorch
int DeepBidirectionalParameters(int I, int H, int L) =>
    2 * H * (I + H + 2) + (L - 1) * 2 * H * (2 * H + H + 2);
//// 07-1 · something else · begin with one direction
int DeepBidirectionalParameters(int I, int H, int L) => 2 * L * H * H;
//// 07-2 · one layer only · states of the first layer
Vector[] DeepBidirectional((RnnCell Forward, RnnCell Backward)[] layers, Vector[] x) =>
    Joined(Forwards(layers[0].Forward, x), Backwards(layers[0].Backward, x));
//// 07-2 · the pair the wrong way round · upper half of the pair
Vector[] DeepBidirectional((RnnCell Forward, RnnCell Backward)[] layers, Vector[] x)
{
    var below = Joined(Forwards(layers[0].Forward, x), Backwards(layers[0].Backward, x));
    return Joined(Backwards(layers[1].Backward, below), Forwards(layers[1].Forward, below));
}
//// 07-2 · the pair below the wrong way round · has read the pair the wrong way round
Vector[] DeepBidirectional((RnnCell Forward, RnnCell Backward)[] layers, Vector[] x)
{
    var below = Joined(Backwards(layers[0].Backward, x), Forwards(layers[0].Forward, x));
    return Joined(Forwards(layers[1].Forward, below), Backwards(layers[1].Backward, below));
}
//// 07-2 · backward states not turned back · in which they were computed
Vector[] DeepBidirectional((RnnCell Forward, RnnCell Backward)[] layers, Vector[] x)
{
    var below = Joined(Forwards(layers[0].Forward, x), Backwards(layers[0].Backward, x));
    return Joined(
        Forwards(layers[1].Forward, below),
        [.. Enumerable.Reverse(Backwards(layers[1].Backward, below))]);
}
//// 07-2 · the forward states alone · only the forward states
Vector[] DeepBidirectional((RnnCell Forward, RnnCell Backward)[] layers, Vector[] x)
{
    var below = Joined(Forwards(layers[0].Forward, x), Backwards(layers[0].Backward, x));
    return Forwards(layers[1].Forward, below);
}
//// 07-2 · two stacks side by side · throws
Vector[] DeepBidirectional((RnnCell Forward, RnnCell Backward)[] layers, Vector[] x)
{
    var (forward, backward) = (x, x);
    foreach (var layer in layers)
    {
        forward = Forwards(layer.Forward, forward);
        backward = Backwards(layer.Backward, backward);
    }
    return Joined(forward, backward);
}
//// 07-3 · the backward error from the next step · was read at t − 1
Vector[] InputGradients(
    RnnCell forward, RnnCell backward, Vector[] forwardStates, Vector[] backwardStates,
    Vector[] dForward, Vector[] dBackward)
{
    var dx = new Vector[dForward.Length];
    var (f, b) = (Vector.Build.Dense(4), Vector.Build.Dense(4));
    for (int t = dx.Length - 1; t >= 0; t--)
    {
        f = (dForward[t] + forward.U.TransposeThisAndMultiply(f))
            .Times(1 - forwardStates[t].Times(forwardStates[t]));
        b = (dBackward[t] + backward.U.TransposeThisAndMultiply(b))
            .Times(1 - backwardStates[t].Times(backwardStates[t]));
        dx[t] = forward.W.TransposeThisAndMultiply(f) + backward.W.TransposeThisAndMultiply(b);
    }
    return dx;
}
//// 07-3 · no neighbours · the neighbours' errors are missing
Vector[] InputGradients(
    RnnCell forward, RnnCell backward, Vector[] forwardStates, Vector[] backwardStates,
    Vector[] dForward, Vector[] dBackward) =>
    [.. Enumerable.Range(0, dForward.Length).Select(t =>
        forward.W.TransposeThisAndMultiply(
            dForward[t].Times(1 - forwardStates[t].Times(forwardStates[t])))
        + backward.W.TransposeThisAndMultiply(
            dBackward[t].Times(1 - backwardStates[t].Times(backwardStates[t]))))];
//// 07-3 · one direction only · the backward direction has read the input as well
Vector[] InputGradients(
    RnnCell forward, RnnCell backward, Vector[] forwardStates, Vector[] backwardStates,
    Vector[] dForward, Vector[] dBackward)
{
    var dx = new Vector[dForward.Length];
    var f = Vector.Build.Dense(4);
    for (int t = dx.Length - 1; t >= 0; t--)
    {
        f = (dForward[t] + forward.U.TransposeThisAndMultiply(f))
            .Times(1 - forwardStates[t].Times(forwardStates[t]));
        dx[t] = forward.W.TransposeThisAndMultiply(f);
    }
    return dx;
}
//// 07-3 · without the derivative of tanh · derivative of tanh is missing
Vector[] InputGradients(
    RnnCell forward, RnnCell backward, Vector[] forwardStates, Vector[] backwardStates,
    Vector[] dForward, Vector[] dBackward)
{
    var dx = new Vector[dForward.Length];
    var (f, b) = (Vector.Build.Dense(4), Vector.Build.Dense(4));
    for (int t = dx.Length - 1; t >= 0; t--)
    {
        f = dForward[t] + forward.U.TransposeThisAndMultiply(f);
        dx[t] = forward.W.TransposeThisAndMultiply(f);
    }
    for (int t = 0; t < dx.Length; t++)
    {
        b = dBackward[t] + backward.U.TransposeThisAndMultiply(b);
        dx[t] += backward.W.TransposeThisAndMultiply(b);
    }
    return dx;
}
//// 07-3 · missing transpose · throws
Vector[] InputGradients(
    RnnCell forward, RnnCell backward, Vector[] forwardStates, Vector[] backwardStates,
    Vector[] dForward, Vector[] dBackward) =>
    [.. Enumerable.Range(0, dForward.Length).Select(t =>
        forward.W * dForward[t] + backward.W * dBackward[t])];
//// 07-4 · nothing set · From which unit
RnnCell ThreeStepsAhead() => RnnCell.Zeros(1, 4, Activation.Relu);
//// 07-4 · the transposed chain · From which unit
RnnCell ThreeStepsAhead()
{
    var cell = RnnCell.Zeros(1, 4, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[0, 1] = cell.U[1, 2] = cell.U[2, 3] = 1;
    return cell;
}
//// 07-4 · the last unit reads the input · of the same step
RnnCell ThreeStepsAhead()
{
    var cell = RnnCell.Zeros(1, 4, Activation.Relu);
    cell.W[3, 0] = 1;
    cell.U[2, 3] = cell.U[1, 2] = cell.U[0, 1] = 1;
    return cell;
}
//// 07-4 · the input two units too late · one step later
RnnCell ThreeStepsAhead()
{
    var cell = RnnCell.Zeros(1, 4, Activation.Relu);
    cell.W[2, 0] = 1;
    cell.U[1, 0] = cell.U[2, 1] = cell.U[3, 2] = 1;
    return cell;
}
//// 07-4 · the input one unit too late · two steps later
RnnCell ThreeStepsAhead()
{
    var cell = RnnCell.Zeros(1, 4, Activation.Relu);
    cell.W[1, 0] = 1;
    cell.U[1, 0] = cell.U[2, 1] = cell.U[3, 2] = 1;
    return cell;
}
//// 07-4 · a link too many · at t =
RnnCell ThreeStepsAhead()
{
    var cell = RnnCell.Zeros(1, 4, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[1, 0] = cell.U[2, 1] = cell.U[3, 2] = cell.U[3, 3] = 1;
    return cell;
}
//// 07-4 · tanh units · four ReLU units
RnnCell ThreeStepsAhead()
{
    var cell = RnnCell.Zeros(1, 4);
    cell.W[0, 0] = 1;
    cell.U[1, 0] = cell.U[2, 1] = cell.U[3, 2] = 1;
    return cell;
}
//// 07-5 · each unit reads one direction · the proof says
(Matrix W, Vector b, Vector v, double c) BothSides() => (
    Matrix.Build.DenseOfArray(new double[,] { { 4, 0 }, { 0, 4 } }),
    Vector.Build.Dense([-2, -2]), Vector.Build.Dense([1, 1]), .5);
//// 07-5 · the opposite · the opposite
(Matrix W, Vector b, Vector v, double c) BothSides() => (
    Matrix.Build.DenseOfArray(new double[,] { { 4, 4 }, { 4, 4 } }),
    Vector.Build.Dense([-2, -6]), Vector.Build.Dense([-1, 1]), 1);
//// 07-5 · two equal units · both units are the same
(Matrix W, Vector b, Vector v, double c) BothSides() => (
    Matrix.Build.DenseOfArray(new double[,] { { 4, 4 }, { 4, 4 } }),
    Vector.Build.Dense([-2, -2]), Vector.Build.Dense([1, -1]), -.5);
//// 07-5 · "or" instead of "either" · right on 3 of the four
(Matrix W, Vector b, Vector v, double c) BothSides() => (
    Matrix.Build.DenseOfArray(new double[,] { { 4, 4 }, { 4, 4 } }),
    Vector.Build.Dense([-2, -6]), Vector.Build.Dense([1, 0]), 0);
//// 07-5 · the constant forgotten · of the four patterns
(Matrix W, Vector b, Vector v, double c) BothSides() => (
    Matrix.Build.DenseOfArray(new double[,] { { 4, 4 }, { 4, 4 } }),
    Vector.Build.Dense([-2, -6]), Vector.Build.Dense([1, -1]), 0);
//// 07-5 · a vector of the wrong length · two numbers each
(Matrix W, Vector b, Vector v, double c) BothSides() => (
    Matrix.Build.DenseOfArray(new double[,] { { 4, 4 }, { 4, 4 } }),
    Vector.Build.Dense([-2, -6]), Vector.Build.Dense([1]), -1);
//// 07-6 · both crossings · side by side
void OneCrossing(RecurrentLayer layer)
{
    Cut(layer, "weight_ih_l1", from: 16);
    Cut(layer, "weight_ih_l1_reverse", from: 0);
}
//// 07-6 · the other crossing · into the backward units
void OneCrossing(RecurrentLayer layer)
{
    Cut(layer, "weight_ih_l1_reverse", from: 0);
}
//// 07-6 · the own direction · Which columns read the backward
void OneCrossing(RecurrentLayer layer)
{
    Cut(layer, "weight_ih_l1", from: 0);
}
//// 07-6 · the recurrence · and no crossing
void OneCrossing(RecurrentLayer layer)
{
    Cut(layer, "weight_hh_l1", from: 0);
    Cut(layer, "weight_hh_l1_reverse", from: 0);
}
//// 07-6 · the recurrence of one direction · exactly the weights
void OneCrossing(RecurrentLayer layer)
{
    Cut(layer, "weight_hh_l1", from: 0);
}
