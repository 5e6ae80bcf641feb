//// 11-1 · one step ahead · one step ahead
double HalfWidth(double phi, double sigma, int h) => 1.645 * sigma;
//// 11-1 · a random walk · as in a random walk
double HalfWidth(double phi, double sigma, int h) => 1.645 * sigma * Math.Sqrt(h);
//// 11-1 · the variance · the width goes with the deviation
double HalfWidth(double phi, double sigma, int h) =>
    1.645 * sigma * sigma * Enumerable.Range(0, h).Sum(k => Math.Pow(phi, 2 * k));
//// 11-1 · not squared · φ²ᵏ σ²
double HalfWidth(double phi, double sigma, int h) =>
    1.645 * sigma * Math.Sqrt(Enumerable.Range(0, h).Sum(k => Math.Pow(phi, k)));
//// 11-1 · deviations added · the variances add up
double HalfWidth(double phi, double sigma, int h) =>
    1.645 * sigma * Enumerable.Range(0, h).Sum(k => Math.Pow(Math.Abs(phi), k));
//// 11-1 · for 95 % · 1.96 is for 95 %
double HalfWidth(double phi, double sigma, int h) =>
    1.96 * sigma * Math.Sqrt(Enumerable.Range(0, h).Sum(k => Math.Pow(phi, 2 * k)));
//// 11-1 · for 80 % · which makes 80 %
double HalfWidth(double phi, double sigma, int h) =>
    1.2816 * sigma * Math.Sqrt(Enumerable.Range(0, h).Sum(k => Math.Pow(phi, 2 * k)));
//// 11-1 · the whole width · asked is half of it
double HalfWidth(double phi, double sigma, int h) =>
    3.29 * sigma * Math.Sqrt(Enumerable.Range(0, h).Sum(k => Math.Pow(phi, 2 * k)));
//// 11-1 · a division by 0 · with φ = 1 your formula divides by 0
double HalfWidth(double phi, double sigma, int h) =>
    1.645 * sigma * Math.Sqrt((1 - Math.Pow(phi, 2 * h)) / (1 - phi * phi));
//// 11-1 · the limit of far steps · What is the variance of their sum?
double HalfWidth(double phi, double sigma, int h) => 1.645 * sigma / (1 + phi);
//// 11-2 · nothing yet · tanh cuts off at 1
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2) =>
    (RnnCell.Zeros(1, 2), [0, 0], 0);
//// 11-2 · no recurrence · U is all zeros
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2)
{
    var cell = RnnCell.Zeros(1, 2, Activation.Relu);
    cell.W[0, 0] = 1;
    return (cell, [a1, a2], a0);
}
//// 11-2 · units that read themselves · adds up the past
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2)
{
    var cell = RnnCell.Zeros(1, 2, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[0, 0] = 1;
    cell.U[1, 0] = 1;
    return (cell, [a1, a2], a0);
}
//// 11-2 · row for column · row and column
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2)
{
    var cell = RnnCell.Zeros(1, 2, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[0, 1] = 1;
    return (cell, [a1, a2], a0);
}
//// 11-2 · coefficients swapped · the wrong way round
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2)
{
    var cell = RnnCell.Zeros(1, 2, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[1, 0] = 1;
    return (cell, [a2, a1], a0);
}
//// 11-2 · no constant · a₀ is missing
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2)
{
    var cell = RnnCell.Zeros(1, 2, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[1, 0] = 1;
    return (cell, [a1, a2], 0);
}
//// 11-2 · the constant twice · what is in h after each
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2)
{
    var cell = RnnCell.Zeros(1, 2, Activation.Relu);
    cell.W[0, 0] = 1;
    cell.U[1, 0] = 1;
    return (cell, [a1, a2], 2 * a0 + 1);
}
//// 11-2 · three units · one input and two units
(RnnCell Cell, double[] v, double b) AsNetwork(double a0, double a1, double a2) =>
    (RnnCell.Zeros(1, 3, Activation.Relu), [a1, a2, 0], a0);
//// 11-3 · both sides · this looks a step ahead
double[] Smooth(double[] x) => [.. x.Select(
    (_, t) => x[Math.Max(0, t - 1)..Math.Min(x.Length, t + 2)].Average())];
//// 11-3 · the mean of all · steps ahead, LookAhead.Of says
double[] Smooth(double[] x) => [.. x.Select(_ => x.Average())];
//// 11-3 · unchanged · the series itself
double[] Smooth(double[] x) => [.. x];
//// 11-3 · always divided by three · divided by 3
double[] Smooth(double[] x) =>
    [.. x.Select((_, t) => x[Math.Max(0, t - 2)..(t + 1)].Sum() / 3)];
//// 11-3 · two values · the mean of two values
double[] Smooth(double[] x) =>
    [.. x.Select((_, t) => x[Math.Max(0, t - 1)..(t + 1)].Average())];
//// 11-3 · four values · the mean of four values
double[] Smooth(double[] x) =>
    [.. x.Select((_, t) => x[Math.Max(0, t - 3)..(t + 1)].Average())];
//// 11-3 · without the newest · the newest value is left out
double[] Smooth(double[] x) => [.. x.Select((_, t) =>
    t == 0 ? x[0] : x[Math.Max(0, t - 3)..t].Average())];
//// 11-3 · only where there are three · of what there is
double[] Smooth(double[] x) => [.. x.Select(
    (value, t) => t < 2 ? value : x[(t - 2)..(t + 1)].Average())];
//// 11-3 · fewer values · one value for every step
double[] Smooth(double[] x) => [.. x.Skip(2).Select((_, t) => x[t..(t + 3)].Average())];
//// 11-4 · the rank of n · there are n + 1
double Radius(double[] errors, double coverage) => errors.Select(Math.Abs).Order()
    .ElementAt((int)Math.Ceiling(errors.Length * coverage - 1e-9) - 1);
//// 11-4 · one too far · the index k − 1
double Radius(double[] errors, double coverage) => errors.Select(Math.Abs).Order()
    .ElementAt((int)Math.Ceiling((errors.Length + 1) * coverage - 1e-9));
//// 11-4 · with their signs · errors below the value count
double Radius(double[] errors, double coverage) => errors.Order()
    .ElementAt((int)Math.Ceiling((errors.Length + 1) * coverage - 1e-9) - 1);
//// 11-4 · by the normal distribution · needs no distribution
double Radius(double[] errors, double coverage) =>
    1.6448536269514722 * Math.Sqrt(errors.Average(e => e * e));
//// 11-4 · the largest · covers more than is promised
double Radius(double[] errors, double coverage) => errors.Max(Math.Abs);
//// 11-4 · the mean size · must it not exceed
double Radius(double[] errors, double coverage) => errors.Average(Math.Abs);
//// 11-4 · the nearest rank · must it not exceed
double Radius(double[] errors, double coverage) => errors.Select(Math.Abs).Order()
    .ElementAt((int)((errors.Length + 1) * coverage + .5) - 1);
//// 11-5 · unchanged · one pixel a step is the chapter's way
double[][] Steps(double[] pixels) => [.. pixels.Select(pixel => new[] { pixel })];
//// 11-5 · backwards · one pixel a step is the chapter's way
double[][] Steps(double[] pixels) =>
    [.. pixels.Reverse().Select(pixel => new[] { pixel })];
//// 11-5 · all at once · nothing is left for recurrence
double[][] Steps(double[] pixels) => [pixels];
//// 11-5 · too many in a step · eight at most
double[][] Steps(double[] pixels) => [.. pixels.Chunk(16)];
//// 11-5 · the upper half alone · are never read
double[][] Steps(double[] pixels) => [.. pixels.Take(32).Chunk(8)];
//// 11-5 · two pixels a step · How many steps lie between
double[][] Steps(double[] pixels) => [.. pixels.Chunk(2)];
