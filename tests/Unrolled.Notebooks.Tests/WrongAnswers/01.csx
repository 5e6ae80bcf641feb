//// 01-1 · one frame · says nothing about any move
int window = 1;

//// 01-1 · the frames of the last move · about 85 of a hundred
int window = 2;

//// 01-1 · more than needed · so is one frame less
int window = 4;

//// 01-2 · forgotten U · What leads from the step before?
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * inputs + hidden + outputs * hidden + outputs;

//// 01-2 · forgotten biases · has a bias too
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden) + outputs * hidden;

//// 01-2 · U one to one · each to each
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + 2) + outputs * (hidden + 1);

//// 01-2 · forgotten output · What leads to the output?
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden + 1);

//// 01-2 · forgotten b · the hidden units have a bias too
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden) + outputs * (hidden + 1);

//// 01-2 · forgotten b_y · the output units have a bias too
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden + 1) + outputs * hidden;

//// 01-2 · outputs as a square · Multiply each out
int LearnedNumbers(int inputs, int hidden, int outputs) => hidden * (inputs + hidden + 1) + outputs * (outputs + 1);

//// 01-2 · two biases in the loop · How many biases have the equations?
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

//// 01-3 · one array for all rows · Make a new one at every step
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length], before = new double[b.Length];
    var rows = new List<double[]>();
    foreach (double[] x in xs)
    {
        h.CopyTo(before, 0);
        for (int i = 0; i < h.Length; i++)
            h[i] = Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + before.Select((state, j) => U[i, j] * state).Sum() + b[i]);
        rows.Add(h);
    }

    return [.. rows];
}

//// 01-3 · begins with h₀ · belongs to no step
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    var rows = new List<double[]> { new double[b.Length] };
    foreach (double[] x in xs)
        rows.Add([.. b.Select((bias, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + rows[^1].Select((state, j) => U[i, j] * state).Sum() + bias))]);
    return [.. rows];
}

//// 01-3 · stored before the step · Store it after the step
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = new double[b.Length];
    var rows = new List<double[]>();
    foreach (double[] x in xs)
    {
        rows.Add(h);
        h = [.. b.Select((bias, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[i, j] * state).Sum() + bias))];
    }

    return [.. rows];
}

//// 01-3 · starts from ones · not 1
double[][] HiddenStates(double[][] xs, double[,] W, double[,] U, double[] b)
{
    double[] h = [.. b.Select(_ => 1.0)];
    return [.. xs.Select(x => h =
        [.. b.Select((bias, i) => Math.Tanh(W[i, 0] * x[0] + W[i, 1] * x[1] + h.Select((state, j) => U[i, j] * state).Sum() + bias))])];
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

//// 01-5 · the first step skipped · the first step is missing
double Slope(double u, double[] h) => h.Skip(1).Aggregate(1.0, (slope, state) => slope * u * (1 - state * state));

//// 01-5 · the last step skipped · the last step is missing
double Slope(double u, double[] h) => h.SkipLast(1).Aggregate(1.0, (slope, state) => slope * u * (1 - state * state));

//// 01-5 · not squared · square it
double Slope(double u, double[] h) => h.Aggregate(1.0, (slope, state) => slope * u * (1 - state));

//// 01-5 · tanh of a state · Do not take its tanh again
double Slope(double u, double[] h) =>
    h.Aggregate(1.0, (slope, state) => slope * u * (1 - Math.Tanh(state) * Math.Tanh(state)));

//// 01-5 · the slope of a logistic unit · The unit has a tanh
double Slope(double u, double[] h) => h.Aggregate(1.0, (slope, state) => slope * u * state * (1 - state));

//// 01-6 · a trace that fades · one resting place
(double w, double u, double b) latch = (1, .9, 0);

//// 01-6 · just not above 1 · one resting place
(double w, double u, double b) latch = (.3, 1, 0);

//// 01-6 · noise as strong as the first number · How could the noise push less
(double w, double u, double b) latch = (1, 1.5, 0);

//// 01-6 · resting places too near · How could the noise push less
(double w, double u, double b) latch = (.3, 1.1, 0);

//// 01-6 · a large bias · What does a large bias do
(double w, double u, double b) latch = (.3, 2, 1);

//// 01-6 · the opposite sign · with the opposite sign
(double w, double u, double b) latch = (-.3, 3, 0);

//// 01-6 · negative state weight · changes the sign of the state
(double w, double u, double b) latch = (.3, -3, 0);

//// 01-6 · no input · never enters
(double w, double u, double b) latch = (0, 3, 0);
