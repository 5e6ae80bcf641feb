//// 09-1 · the rule of thumb · with ln T
double BiasFor(int lag, double left) => Math.Log(lag);
//// 09-1 · the factor of one step · the factor of one step
double BiasFor(int lag, double left) => Math.Pow(left, 1.0 / lag);
//// 09-1 · the sign · the sign
double BiasFor(int lag, double left) => Math.Log(Math.Pow(left, -1.0 / lag) - 1);
//// 09-1 · the approximation for large biases · rule of thumb for large biases
double BiasFor(int lag, double left) => Math.Log(lag) - Math.Log(-Math.Log(left));
//// 09-1 · what is lost · the share is lost
double BiasFor(int lag, double left) => -Math.Log(Math.Pow(1 - left, -1.0 / lag) - 1);
//// 09-1 · a whole division · after k steps
double BiasFor(int lag, double left) => -Math.Log(Math.Pow(left, -1 / lag) - 1);
//// 09-2 · no input gate · the input gate is missing
double Limit(double forgetBias, double inputBias, double g) =>
    g / (1 - Logistic(forgetBias));
//// 09-2 · divided by f · Bring both c to one side
double Limit(double forgetBias, double inputBias, double g) =>
    Logistic(inputBias) * g / Logistic(forgetBias);
//// 09-2 · biases for gates · The gates are σ of them
double Limit(double forgetBias, double inputBias, double g) =>
    inputBias * g / (1 - forgetBias);
//// 09-2 · tanh of it · asked is c
double Limit(double forgetBias, double inputBias, double g) => Math.Tanh(
    Logistic(inputBias) * g / (1 - Logistic(forgetBias)));
//// 09-2 · one step only · comes to rest where it no longer changes
double Limit(double forgetBias, double inputBias, double g) =>
    Logistic(inputBias) * g;
//// 09-3 · the forget gate half open · at unmarked steps the forget gate is 0.5
(LstmCell Cell, double v, double b) Adder()
{
    var cell = LstmCell.Zeros(2, 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.W_g[0, 0] = .1;
    cell.b_o[0] = 20;
    return (cell, 10, 0);
}
//// 09-3 · the input gate always open · every number enters a little
(LstmCell Cell, double v, double b) Adder()
{
    var cell = LstmCell.Zeros(2, 1);
    cell.b_i[0] = 20;
    cell.b_f[0] = 20;
    cell.W_g[0, 0] = .1;
    cell.b_o[0] = 20;
    return (cell, 10, 0);
}
//// 09-3 · the input gate shut · the numbers do not enter
(LstmCell Cell, double v, double b) Adder()
{
    var cell = LstmCell.Zeros(2, 1);
    cell.b_i[0] = -20;
    cell.b_f[0] = 20;
    cell.W_g[0, 0] = .1;
    cell.b_o[0] = 20;
    return (cell, 10, 0);
}
//// 09-3 · forgets at a mark · the first number is gone
(LstmCell Cell, double v, double b) Adder()
{
    var cell = LstmCell.Zeros(2, 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.W_f[0, 1] = -40;
    cell.b_f[0] = 20;
    cell.W_g[0, 0] = .1;
    cell.b_o[0] = 20;
    return (cell, 10, 0);
}
//// 09-3 · the number not scaled down · Tanh bends
(LstmCell Cell, double v, double b) Adder()
{
    var cell = LstmCell.Zeros(2, 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.b_f[0] = 20;
    cell.W_g[0, 0] = 1;
    cell.b_o[0] = 20;
    return (cell, 1, 0);
}
//// 09-3 · the output gate half open · Tanh bends
(LstmCell Cell, double v, double b) Adder()
{
    var cell = LstmCell.Zeros(2, 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.b_f[0] = 20;
    cell.W_g[0, 0] = .1;
    return (cell, 10, 0);
}
//// 09-3 · two units · two inputs and one unit
(LstmCell Cell, double v, double b) Adder() => (LstmCell.Zeros(2, 2), 1, 0);
//// 09-4 · unchanged · still the start that fails
RecurrentLayer YourStart(Random random) =>
    Initialize.KeepBias(new Lstm(8, 16, random), Math.Log(100));
//// 09-4 · the chapter's remedy · the input gate has changed
RecurrentLayer YourStart(Random random) => Initialize.GateBias(
    Initialize.KeepBias(new Lstm(8, 16, random), Math.Log(100)), "i", -Math.Log(100));
//// 09-4 · a GRU · an Lstm with a forget gate
RecurrentLayer YourStart(Random random) =>
    Initialize.KeepBias(new Gru(8, 16, random), Math.Log(100));
//// 09-4 · more units · 8 inputs and 16 units
RecurrentLayer YourStart(Random random) => Initialize.KeepBias(new Lstm(8, 32, random), 3);
//// 09-4 · the output gate instead · the drift is still there
RecurrentLayer YourStart(Random random) => Initialize.GateBias(
    Initialize.KeepBias(new Lstm(8, 16, random), Math.Log(100)), "o", -Math.Log(100));
//// 09-4 · a larger forget bias · the drift is still there
RecurrentLayer YourStart(Random random) =>
    Initialize.KeepBias(new Lstm(8, 16, random), 10);
//// 09-4 · a forget gate half open · of three seeds solve the task
RecurrentLayer YourStart(Random random) =>
    Initialize.KeepBias(new Lstm(8, 16, random), 0);
//// 09-5 · never asks · ask works
(double w, double u, double b) Guessed(
    Random random, Func<double, double, double, bool> works) => (1, 4, 0);
//// 09-5 · the first guess · the first guess, whether it works or not
(double w, double u, double b) Guessed(
    Random random, Func<double, double, double, bool> works)
{
    double Draw() => 10 * random.NextDouble() - 5;
    var guess = (w: Draw(), u: Draw(), b: Draw());
    works(guess.w, guess.u, guess.b);
    return guess;
}
//// 09-5 · never below 0 · never below 0
(double w, double u, double b) Guessed(
    Random random, Func<double, double, double, bool> works)
{
    double Draw() => 5 * random.NextDouble();
    while (true)
    {
        var guess = (w: Draw(), u: Draw(), b: Draw());
        if (works(guess.w, guess.u, guess.b))
            return guess;
    }
}
//// 09-5 · too large · between −5 and 5
(double w, double u, double b) Guessed(
    Random random, Func<double, double, double, bool> works)
{
    double Draw() => 20 * random.NextDouble() - 10;
    while (true)
    {
        var guess = (w: Draw(), u: Draw(), b: Draw());
        if (works(guess.w, guess.u, guess.b))
            return guess;
    }
}
//// 09-5 · draws again before it returns · do not latch
(double w, double u, double b) Guessed(
    Random random, Func<double, double, double, bool> works)
{
    double Draw() => 10 * random.NextDouble() - 5;
    while (!works(Draw(), Draw(), Draw()))
    {
    }
    return (Draw(), Draw(), Draw());
}
