//// 10-1 · the bits · these are the bits per character
double Perplexity(double[] p) => p.Average(one => -Math.Log2(one));
//// 10-1 · the sum in place of the mean · grows with its length
double Perplexity(double[] p) => Math.Pow(2, p.Sum(one => -Math.Log2(one)));
//// 10-1 · two bases · one base for both
double Perplexity(double[] p) => Math.Exp(p.Average(one => -Math.Log2(one)));
//// 10-1 · the mean of 1/p · one rare character decides
double Perplexity(double[] p) => p.Average(one => 1 / one);
//// 10-1 · one over the mean · averages the probabilities
double Perplexity(double[] p) => 1 / p.Average();
//// 10-1 · the sign · the sign
double Perplexity(double[] p) => p.Average(Math.Log2);
//// 10-1 · one over · for three characters of probability 1/27 it is 27
double Perplexity(double[] p) => Math.Pow(2, p.Average(Math.Log2));
//// 10-2 · the other way round · the other way round
double[] Warmed(double[] p, double temperature)
{
    double[] warm = [.. p.Select(one => Math.Pow(one, temperature))];
    return [.. warm.Select(one => one / warm.Sum())];
}
//// 10-2 · no sum · do not add up to 1
double[] Warmed(double[] p, double temperature) =>
    [.. p.Select(one => Math.Pow(one, 1 / temperature))];
//// 10-2 · divided · changes nothing
double[] Warmed(double[] p, double temperature)
{
    double[] warm = [.. p.Select(one => one / temperature)];
    return [.. warm.Select(one => one / warm.Sum())];
}
//// 10-2 · probabilities for logits · takes the probabilities for logits
double[] Warmed(double[] p, double temperature) =>
    Sampling.Softmax([.. p.Select(one => (float)one)], temperature);
//// 10-2 · unchanged · log p is a logit of p
double[] Warmed(double[] p, double temperature) => [.. p.Select(_ => 1.0 / p.Length)];
//// 10-3 · zeros · nothing enters
LstmCell Brackets() => LstmCell.Zeros(inputSize: 3, hiddenSize: 1);
//// 10-3 · the forget gate half open · What is left of the bracket
LstmCell Brackets()
{
    var cell = LstmCell.Zeros(inputSize: 3, hiddenSize: 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.W_g[0, 1] = 20;
    cell.b_o[0] = 20;
    return cell;
}
//// 10-3 · never shut · the cell stays as it was
LstmCell Brackets()
{
    var cell = LstmCell.Zeros(inputSize: 3, hiddenSize: 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.W_g[0, 1] = 20;
    cell.b_f[0] = 20;
    cell.b_o[0] = 20;
    return cell;
}
//// 10-3 · every character enters · every character adds a little
LstmCell Brackets()
{
    var cell = LstmCell.Zeros(inputSize: 3, hiddenSize: 1);
    cell.b_i[0] = 20;
    cell.b_g[0] = .5;
    cell.W_f[0, 2] = -40;
    cell.b_f[0] = 20;
    cell.b_o[0] = 20;
    return cell;
}
//// 10-3 · the output gate half open · Look at the candidate and the output gate
LstmCell Brackets()
{
    var cell = LstmCell.Zeros(inputSize: 3, hiddenSize: 1);
    cell.W_i[0, 1] = 40;
    cell.b_i[0] = -20;
    cell.W_g[0, 1] = 20;
    cell.W_f[0, 2] = -40;
    cell.b_f[0] = 20;
    return cell;
}
//// 10-3 · two units · three inputs and one unit
LstmCell Brackets() => LstmCell.Zeros(inputSize: 3, hiddenSize: 2);
//// 10-4 · unchanged · most windows still follow
IReadOnlyList<StreamWindow> WrongPlace(IReadOnlyList<StreamWindow> windows) => windows;
//// 10-4 · reset · A window that begins
IReadOnlyList<StreamWindow> WrongPlace(IReadOnlyList<StreamWindow> windows) =>
    [.. windows.Select(one => one with { Begins = true })];
//// 10-4 · the first in the middle · A window that begins
IReadOnlyList<StreamWindow> WrongPlace(IReadOnlyList<StreamWindow> windows) =>
    [.. windows.Reverse()];
//// 10-4 · one again and again · use each of them once
IReadOnlyList<StreamWindow> WrongPlace(IReadOnlyList<StreamWindow> windows) =>
    [.. windows.Select((one, i) => windows[i / 2 * 2] with { Begins = i == 0 })];
//// 10-4 · none begins · let it begin
IReadOnlyList<StreamWindow> WrongPlace(IReadOnlyList<StreamWindow> windows) =>
    [.. windows.Reverse().Select(one => one with { Begins = false })];
//// 10-4 · two halves changed over · most windows still follow
IReadOnlyList<StreamWindow> WrongPlace(IReadOnlyList<StreamWindow> windows) =>
    [.. windows.Skip(200).Concat(windows.Take(200))
        .Select((one, i) => one with { Begins = i == 0 })];
//// 10-5 · the bits mixed · this mixes the bits
double Mixed(double[] network, double[] counted, double share) =>
    share * network.Average() + (1 - share) * counted.Average();
//// 10-5 · the means mixed · mixes the means of the whole text
double Mixed(double[] network, double[] counted, double share) => -Math.Log2(
    share * Math.Pow(2, -network.Average()) + (1 - share) * Math.Pow(2, -counted.Average()));
//// 10-5 · the other share · the share is that of the network
double Mixed(double[] network, double[] counted, double share) => network.Zip(counted,
    (a, b) => -Math.Log2((1 - share) * Math.Pow(2, -a) + share * Math.Pow(2, -b))).Average();
//// 10-5 · the sum · asked are bits per character
double Mixed(double[] network, double[] counted, double share) => network.Zip(counted,
    (a, b) => -Math.Log2(share * Math.Pow(2, -a) + (1 - share) * Math.Pow(2, -b))).Sum();
//// 10-5 · the better one · only known afterwards
double Mixed(double[] network, double[] counted, double share) =>
    network.Zip(counted, Math.Min).Average();
