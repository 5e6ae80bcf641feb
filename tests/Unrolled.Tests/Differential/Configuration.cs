using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Differential;

/// <summary>A layer of any kind and size with a batch for it, all drawn from the seed.</summary>
/// <param name="Seed">The seed, which alone repeats the configuration.</param>
/// <param name="Kind">The kind, as <see cref="LayerDraw.Kinds"/> names it.</param>
/// <param name="Inputs">The features of x.</param>
/// <param name="Hidden">The units of one layer in one direction.</param>
/// <param name="Layers">The number of layers.</param>
/// <param name="Bidirectional">Whether every layer reads backwards too.</param>
/// <param name="Time">The number of steps.</param>
/// <param name="Batch">The number of sequences.</param>
/// <param name="Lengths">Whether the sequences have lengths of their own.</param>
/// <param name="Initial">Whether the initial state is given.</param>
/// <param name="Gradients">What the loss depends on.</param>
/// <param name="Scale">The weights are uniform in ± this over the root of the hidden size.</param>
internal sealed record Configuration(
    int Seed,
    string Kind,
    int Inputs,
    int Hidden,
    int Layers,
    bool Bidirectional,
    int Time,
    int Batch,
    bool Lengths,
    bool Initial,
    LossOf Gradients,
    float Scale)
{
    // Below, at and above the widths of vectors, tiles and panels.
    private static readonly int[] Edges = [1, 2, 3, 5, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 130];

    /// <summary>Draws a configuration.</summary>
    /// <param name="seed">The seed; its remainder is the kind, so that seeds in a row cover all kinds.</param>
    /// <param name="work">The most multiplications of a forward pass: a larger batch is made smaller.</param>
    internal static Configuration Draw(int seed, long work)
    {
        Xoshiro256 random = new(seed);
        string kind = LayerDraw.Kinds.Keys.ElementAt(seed % LayerDraw.Kinds.Count);
        (int inputs, int hidden) = (Size(random, 70), Size(random, 130));
        (int layers, bool bidirectional) = (1 + random.Next(3), random.Next(2) == 1);
        (int time, int batch) = (1 + random.Next(60), 1 + random.Next(70));
        long ofStep = 4L * hidden * (hidden + Math.Max(inputs, 2 * hidden)) * layers * (bidirectional ? 2 : 1);
        while (batch > 1 && ofStep * time * batch > work)
            batch = (batch + 1) / 2;
        while (time > 1 && ofStep * time * batch > work)
            time = (time + 1) / 2;
        return new Configuration(
            seed, kind, inputs, hidden, layers, bidirectional, time, batch, Lengths: random.Next(2) == 1,
            Initial: random.Next(2) == 1, (LossOf)(1 + random.Next(3)), Scale: .5f + 3.5f * random.NextSingle());
    }

    private static int Size(Random random, int most) => random.Next(2) == 0
        ? 1 + random.Next(most)
        : Edges.Where(edge => edge <= most).ElementAt(random.Next(Edges.Count(edge => edge <= most)));
}

/// <summary>What a loss depends on.</summary>
[Flags]
internal enum LossOf
{
    /// <summary>The outputs of every step.</summary>
    Outputs = 1,

    /// <summary>The state after the last step.</summary>
    Final = 2,
}
