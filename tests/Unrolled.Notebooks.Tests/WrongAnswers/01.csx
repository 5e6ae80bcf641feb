//// 01-1 · one frame · What does a move lie between?
int window = 1;

//// 01-1 · more than needed · so is one frame less
int window = 3;

//// 01-2 · forgotten U · What leads from the step before?
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * inputs + hidden + outputs * hidden + outputs;

//// 01-2 · forgotten biases · has a bias too
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden) + outputs * hidden;

//// 01-2 · U one to one · each to each
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + 2) + outputs * (hidden + 1);

//// 01-2 · forgotten output · What leads to the output?
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden + 1);

//// 01-2 · two biases in the loop · Multiply each out
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden + 2) + outputs * (hidden + 1);

//// 01-3 · a perceptron at every step · What does it take over
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b) =>
    [.. xs.Select(x => b.Select((bias, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + bias)).ToArray())];

//// 01-3 · updated in place · It should see the old one
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length];
    return [.. xs.Select(x =>
    {
        for (int i = 0; i < h.Length; i++)
            h[i] = Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[i, j] * state).Sum() + b[i]);
        return h.ToArray();
    })];
}

//// 01-3 · transposed U · leads from unit j to unit i
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length];
    return [.. xs.Select(x => h =
        [.. b.Select((bias, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[j, i] * state).Sum() + bias))])];
}

//// 01-3 · forgotten bias · a term of the first equation is missing
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length];
    return [.. xs.Select(x => h =
        [.. b.Select((_, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[i, j] * state).Sum()))])];
}

//// 01-3 · forgotten tanh · What makes them a state?
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length];
    return [.. xs.Select(x => h =
        [.. b.Select((bias, i) => W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[i, j] * state).Sum() + bias)])];
}

//// 01-3 · the last state alone · expected 5 × 3
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length];
    foreach (double[] x in xs)
        h = [.. b.Select((bias, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[i, j] * state).Sum() + bias))];
    return [h];
}

//// 01-4 · asked at the last frame · right: inputs; wrong: where it is asked
ClassExample AskedAtEveryFrame(double[][] frames, int speaker) => ClassExample.AtLastStep(frames, speaker - 1);

//// 01-4 · speakers from 1 · wrong: what is asked. the class at each frame
ClassExample AskedAtEveryFrame(double[][] frames, int speaker) =>
    ClassExample.AtEveryStep(frames, [.. frames.Select(_ => speaker)]);

//// 01-4 · the number of the frame for the speaker · counted from 0
ClassExample AskedAtEveryFrame(double[][] frames, int speaker) => ClassExample.Where(frames, t => t);

//// 01-5 · forgotten tanh · the loop without its tanh
double Slope(double u, double[] h) => Math.Pow(u, h.Length);

//// 01-5 · forgotten u · multiplies by the weight of the loop
double Slope(double u, double[] h) => h.Aggregate(1.0, (slope, state) => slope * (1 - state * state));

//// 01-5 · u once · once at every step
double Slope(double u, double[] h) => u * h.Aggregate(1.0, (slope, state) => slope * (1 - state * state));

//// 01-5 · a sum · do slopes of a chain add up?
double Slope(double u, double[] h) => h.Sum(state => u * (1 - state * state));

//// 01-5 · the slope of a logistic unit · for one step first
double Slope(double u, double[] h) => h.Aggregate(1.0, (slope, state) => slope * u * state * (1 - state));
