//// 13-1 · compared with NaN · ask double.IsNaN
double[] Filled(double[] series)
{
    double[] filled = [.. series];
    for (int t = 1; t < filled.Length; t++)
        if (filled[t] == double.NaN)
            filled[t] = filled[t - 1];
    return filled;
}
//// 13-1 · from the unfilled series · a gap of two steps
double[] Filled(double[] series) => [.. series.Select(
    (x, t) => double.IsNaN(x) && t > 0 ? series[t - 1] : x)];
//// 13-1 · zeros · 0 is a value like any other
double[] Filled(double[] series) => [.. series.Select(x => double.IsNaN(x) ? 0 : x)];
//// 13-1 · the mean of all · the mean of all is a leak
double[] Filled(double[] series)
{
    double mean = series.Where(double.IsFinite).Average();
    return [.. series.Select(x => double.IsNaN(x) ? mean : x)];
}
//// 13-1 · the next value · it was not known then
double[] Filled(double[] series) => [.. series.Select(
    (x, t) => double.IsNaN(x) ? series.Skip(t).First(double.IsFinite) : x)];
//// 13-1 · between the neighbours · one of them comes later
double[] Filled(double[] series) => [.. series.Select((x, t) => !double.IsNaN(x) || t == 0
    ? x
    : (series.Take(t).Last(double.IsFinite) + series.Skip(t).First(double.IsFinite)) / 2)];
//// 13-1 · zero at the beginning · before the first value nothing is known
double[] Filled(double[] series)
{
    double last = 0;
    return [.. series.Select(x => last = double.IsNaN(x) ? last : x)];
}
//// 13-2 · standardized · the error of the standardized values
double InUnits(double loss, double shift, double scale) => Math.Sqrt(loss);
//// 13-2 · with the shift · falls out
double InUnits(double loss, double shift, double scale) => scale * Math.Sqrt(loss) + shift;
//// 13-2 · without the root · take its root first
double InUnits(double loss, double shift, double scale) => scale * loss;
//// 13-2 · the mean square · take its root
double InUnits(double loss, double shift, double scale) => scale * scale * loss;
//// 13-2 · divided · going back multiplies
double InUnits(double loss, double shift, double scale) => Math.Sqrt(loss) / scale;
//// 13-3 · without squares · that of the mean squared error
double Skill(double method, double baseline) => 1 - method / baseline;
//// 13-3 · what remains · the share that remains
double Skill(double method, double baseline) => Math.Pow(method / baseline, 2);
//// 13-3 · the wrong way round · the wrong way round
double Skill(double method, double baseline) => 1 - Math.Pow(baseline / method, 2);
//// 13-3 · never negative · has a negative skill
double Skill(double method, double baseline) =>
    Math.Max(0, 1 - Math.Pow(method / baseline, 2));
