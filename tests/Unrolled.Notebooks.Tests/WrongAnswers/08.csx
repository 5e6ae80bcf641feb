//// 08-1 · one network · the encoder and the decoder are two networks
int PairParameters(int S, int K, int E, int H) =>
    (S + K) * E + 4 * H * (E + H + 1) + K * (H + 1);
//// 08-1 · no embeddings · vectors of the words are learned
int PairParameters(int S, int K, int E, int H) => 2 * 4 * H * (E + H + 1) + K * (H + 1);
//// 08-1 · no read-out · the read-out V, b_y is missing
int PairParameters(int S, int K, int E, int H) => (S + K) * E + 2 * 4 * H * (E + H + 1);
//// 08-1 · nothing of the replies · an embedding and a read-out of its own
int PairParameters(int S, int K, int E, int H) => S * E + 2 * 4 * H * (E + H + 1);
//// 08-1 · no bias in the read-out · bias of the read-out
int PairParameters(int S, int K, int E, int H) => (S + K) * E + 8 * H * (E + H + 1) + K * H;
//// 08-1 · two read-outs · the encoder has no read-out
int PairParameters(int S, int K, int E, int H) =>
    (S + K) * E + 8 * H * (E + H + 1) + (K + S) * (H + 1);
//// 08-1 · no biases · biases of the LSTMs
int PairParameters(int S, int K, int E, int H) => (S + K) * E + 8 * H * (E + H) + K * (H + 1);
//// 08-1 · two biases · PyTorch
int PairParameters(int S, int K, int E, int H) =>
    (S + K) * E + 8 * H * (E + H + 2) + K * (H + 1);
//// 08-1 · something else · one by one
int PairParameters(int S, int K, int E, int H) => S * K * E * H;
//// 08-2 · greedy for each · greedy search for each beginning
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [.. Enumerable.Range(0, width).Select(b => (b, Array.IndexOf(next[b], next[b].Max())))];
//// 08-2 · the beginning forgotten · ln p of the whole
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [.. (from b in Enumerable.Range(0, logP.Length)
         from k in Enumerable.Range(0, next[b].Length)
         orderby next[b][k] descending
         select (b, k)).Take(width)];
//// 08-2 · multiplied · their logarithms are added
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [.. (from b in Enumerable.Range(0, logP.Length)
         from k in Enumerable.Range(0, next[b].Length)
         orderby logP[b] * next[b][k]
         select (b, k)).Take(width)];
//// 08-2 · the least probable · nearest to 0
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [.. (from b in Enumerable.Range(0, logP.Length)
         from k in Enumerable.Range(0, next[b].Length)
         orderby logP[b] + next[b][k]
         select (b, k)).Take(width)];
//// 08-2 · in another order · put the most probable first
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [.. (from b in Enumerable.Range(0, logP.Length)
         from k in Enumerable.Range(0, next[b].Length)
         orderby logP[b] + next[b][k] descending
         select (b, k)).Take(width).Reverse()];
//// 08-2 · all of them · as many as width
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [.. from b in Enumerable.Range(0, logP.Length)
        from k in Enumerable.Range(0, next[b].Length)
        orderby logP[b] + next[b][k] descending
        select (b, k)];
//// 08-2 · without the last beginning · keep the largest sums
(int Beginning, int Symbol)[] BeamStep(double[] logP, double[][] next, int width) =>
    [(0, 0), (0, 1), (0, 2)];
//// 08-3 · without the five · five symbols more
double TurningPoint(double a, int m, double b, int n) =>
    Math.Log(b / a) / Math.Log((double)n / m);
//// 08-3 · the fraction upside down · the sign
double TurningPoint(double a, int m, double b, int n) =>
    Math.Log(a / b) / Math.Log((5.0 + n) / (5 + m));
//// 08-3 · the inverse · 1/α
double TurningPoint(double a, int m, double b, int n) =>
    Math.Log((5.0 + n) / (5 + m)) / Math.Log(b / a);
//// 08-3 · without logarithms · take logarithms
double TurningPoint(double a, int m, double b, int n) => b / a / ((5.0 + n) / (5 + m));
//// 08-3 · a difference · both scores equal
double TurningPoint(double a, int m, double b, int n) => a - b;
//// 08-3 · divided as whole numbers · write 5.0
double TurningPoint(double a, int m, double b, int n) =>
    Math.Log(b / a) / Math.Log((5 + n) / (5 + m));
//// 08-4 · the same everywhere · only the last state is handed over
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds) => [.. h.Select(_ => ds)];
//// 08-4 · only the last · the next step has read them
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds) =>
    [.. h.Select((_, t) => t == h.Length - 1 ? ds : 0 * ds)];
//// 08-4 · without tanh · derivative of tanh
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    var dh = new Vector[h.Length];
    dh[^1] = ds;
    for (int t = h.Length - 2; t >= 0; t--)
        dh[t] = encoder.U.TransposeThisAndMultiply(dh[t + 1]);
    return dh;
}
//// 08-4 · not transposed · must be transposed
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    var dh = new Vector[h.Length];
    dh[^1] = ds;
    for (int t = h.Length - 2; t >= 0; t--)
        dh[t] = encoder.U * dh[t + 1].Times(1 - h[t + 1].Times(h[t + 1]));
    return dh;
}
//// 08-4 · the tanh of the earlier step · that of the later one
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    var dh = new Vector[h.Length];
    dh[^1] = ds;
    for (int t = h.Length - 2; t >= 0; t--)
        dh[t] = encoder.U.TransposeThisAndMultiply(dh[t + 1].Times(1 - h[t].Times(h[t])));
    return dh;
}
//// 08-4 · tanh behind U · and then U
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    var dh = new Vector[h.Length];
    dh[^1] = ds;
    for (int t = h.Length - 2; t >= 0; t--)
        dh[t] = encoder.U.TransposeThisAndMultiply(dh[t + 1]).Times(1 - h[t].Times(h[t]));
    return dh;
}
//// 08-4 · in the order of computing · the order in which
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    List<Vector> dh = [ds];
    for (int t = h.Length - 2; t >= 0; t--)
        dh.Add(encoder.U.TransposeThisAndMultiply(
            dh[^1].Times(1 - h[t + 1].Times(h[t + 1]))));
    return [.. dh];
}
//// 08-4 · handed over at every step · the others are not handed over
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    var dh = new Vector[h.Length];
    dh[^1] = ds;
    for (int t = h.Length - 2; t >= 0; t--)
        dh[t] = ds + encoder.U.TransposeThisAndMultiply(
            dh[t + 1].Times(1 - h[t + 1].Times(h[t + 1])));
    return dh;
}
//// 08-4 · through W · throws
Vector[] EncoderGradients(RnnCell encoder, Vector[] h, Vector ds)
{
    var dh = new Vector[h.Length];
    dh[^1] = ds;
    for (int t = h.Length - 2; t >= 0; t--)
        dh[t] = encoder.W.TransposeThisAndMultiply(dh[t + 1]).Times(h[t]);
    return dh;
}
//// 08-5 · zero · the same weight
Vector LookAt(int place, int places, int symbols) => Vector.Build.Dense(places + symbols);
//// 08-5 · one · larger differences
Vector LookAt(int place, int places, int symbols)
{
    var s = Vector.Build.Dense(places + symbols);
    s[place] = 1;
    return s;
}
//// 08-5 · away from it · the lowest of all
Vector LookAt(int place, int places, int symbols)
{
    var s = Vector.Build.Dense(places + symbols);
    s[place] = -20;
    return s;
}
//// 08-5 · the symbols' part · asks for a symbol
Vector LookAt(int place, int places, int symbols)
{
    var s = Vector.Build.Dense(places + symbols);
    s[places] = 20;
    return s;
}
//// 08-5 · too short · as many numbers as a state
Vector LookAt(int place, int places, int symbols) => Vector.Build.Dense(places, 20);
//// 08-5 · the next place · which number of a state
Vector LookAt(int place, int places, int symbols)
{
    var s = Vector.Build.Dense(places + symbols);
    s[(place + 1) % places] = 20;
    return s;
}
//// 08-6 · nothing changed · still reads the true symbols
PairBatch Blind(PairBatch batch, int start) => batch;
//// 08-6 · another symbol · but not start
PairBatch Blind(PairBatch batch, int start) =>
    batch with { Read = new int[batch.Read.GetLength(0), batch.Read.GetLength(1)] };
//// 08-6 · too short · as many symbols are read
PairBatch Blind(PairBatch batch, int start) => batch with { Read = new int[1, 1] };
//// 08-6 · only the first step · every element
PairBatch Blind(PairBatch batch, int start)
{
    var read = (int[,])batch.Read.Clone();
    for (int b = 0; b < read.GetLength(1); b++)
        read[1, b] = start;
    return batch with { Read = read };
}
//// 08-6 · the source blinded · leave the source
PairBatch Blind(PairBatch batch, int start)
{
    var read = new int[batch.Read.GetLength(0), batch.Read.GetLength(1)];
    for (int t = 0; t < read.GetLength(0); t++)
        for (int b = 0; b < read.GetLength(1); b++)
            read[t, b] = start;
    return batch with { Read = read, Source = new int[batch.Source.GetLength(0), batch.Source.GetLength(1)] };
}
