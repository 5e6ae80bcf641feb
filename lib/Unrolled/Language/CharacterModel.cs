namespace Unrolled;

/// <summary>
/// A network that predicts the next character of a text, with its alphabet: it gives the probability of every character
/// after what it has read, and writes by drawing from these probabilities one character after the other.
/// </summary>
public sealed class CharacterModel
{
    // The steps of a text in one forward pass, so that its memory does not grow with the text.
    private const int StepsTogether = 256;

    /// <summary>A network that reads and predicts the symbols of an alphabet.</summary>
    /// <param name="alphabet">The alphabet.</param>
    /// <param name="network">
    /// The network, trained or not, with an embedding; it gives a logit for every symbol at every step, and reads in
    /// one direction.
    /// </param>
    /// <exception cref="ArgumentException">The network does not fit the alphabet, or reads backwards too.</exception>
    public CharacterModel(Alphabet alphabet, SequenceModel network)
    {
        ArgumentNullException.ThrowIfNull(alphabet);
        ArgumentNullException.ThrowIfNull(network);
        if (network.Embedding?.Vocabulary != alphabet.Count || network.Head.OutputSize != alphabet.Count)
        {
            throw new ArgumentException(
                $"network reads {network.Embedding?.Vocabulary ?? 0} symbols and has {network.Head.OutputSize} "
                + $"outputs; expected {alphabet.Count} of both, as the alphabet has.",
                nameof(network));
        }

        if (network.OutputAt != OutputAt.EveryStep || network.Recurrent.DirectionCount == 2)
        {
            throw new ArgumentException(
                "network reads backwards or gives no output at every step; expected one direction and "
                + $"{nameof(OutputAt)}.{nameof(OutputAt.EveryStep)}.",
                nameof(network));
        }

        (Alphabet, Network) = (alphabet, network);
    }

    /// <summary>The characters, in the order of the network's outputs.</summary>
    public Alphabet Alphabet { get; }

    /// <summary>The network.</summary>
    public SequenceModel Network { get; }

    /// <summary>The probability of every character after a text, in the alphabet's order.</summary>
    /// <param name="past">The text, at least one character.</param>
    /// <exception cref="ArgumentException">It is empty or has a character that is not in the alphabet.</exception>
    public double[] Next(string past) => Sampling.Softmax(Read(past).Logits.Values);

    /// <summary>
    /// A text that goes on from its beginning, each character drawn with the probabilities that the network gives after
    /// all before it.
    /// </summary>
    /// <param name="beginning">The beginning, at least one character.</param>
    /// <param name="length">The number of characters to write after it, at least 0.</param>
    /// <param name="temperature">
    /// The temperature of <see cref="Sampling"/>, more than 0; 1 for the network's own probabilities.
    /// </param>
    /// <param name="random">The seeded source.</param>
    /// <returns>The beginning and what follows it.</returns>
    /// <exception cref="ArgumentException">
    /// The beginning is empty or has a character that is not in the alphabet.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The length or the temperature is out of range.</exception>
    public string Write(string beginning, int length, double temperature, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (SequenceStream stream, Tensor logits) = Read(beginning);
        List<int> written = [];
        while (written.Count < length)
        {
            written.Add(Sampling.Draw(logits.Values, temperature, random));
            if (written.Count < length)
                logits = stream.Step(written[^1]);
        }

        return beginning + Alphabet.Decode(written);
    }

    /// <summary>
    /// The surprise of a text, −log₂ p of every character but the first, given all before it, in bits, [time − 1]: that
    /// of the character at place t is at t − 1.
    /// </summary>
    /// <param name="text">The text, at least two characters.</param>
    /// <exception cref="ArgumentException">
    /// It has fewer characters or one that is not in the alphabet.
    /// </exception>
    public double[] Surprise(string text)
    {
        List<double> bits = [];
        SequencePass? pass = null;
        foreach (StreamWindow window in StreamWindow.Cut(Encode(text), streams: 1, StepsTogether))
        {
            pass = Network.Infer(window.Symbols!, pass?.Recurrent.Final, lengths: null, pass);
            var next = (ClassTargets)window.Targets;
            for (int t = 0; t < window.Symbols!.GetLength(0); t++)
                bits.Add(Bits(pass.Output.At(t, 0), next.Classes[t]));
        }

        return [.. bits];
    }

    /// <summary>The mean surprise of a text, in bits per character; 2 to its power is the perplexity.</summary>
    /// <inheritdoc cref="Surprise"/>
    public double BitsPerCharacter(string text) => Network.BitsPerSymbol(Encode(text));

    /// <summary>The quantities of the first layer at every character of a text.</summary>
    /// <param name="text">The text, at least one character.</param>
    /// <exception cref="ArgumentException">
    /// It is empty or has a character that is not in the alphabet.
    /// </exception>
    public LayerTrace Trace(string text)
    {
        int[] symbols = Encode(RequireNotEmpty(text));
        int[,] steps = new int[symbols.Length, 1];
        for (int t = 0; t < symbols.Length; t++)
            steps[t, 0] = symbols[t];
        return Network.Forward(steps).Recurrent.Trace();
    }

    /// <summary>−log₂ of the probability that logits give to a class.</summary>
    internal static double Bits(ReadOnlySpan<float> logits, int next)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in logits)
            largest = Math.Max(largest, logit);
        double sum = 0;
        foreach (float logit in logits)
            sum += Math.Exp(logit - largest);
        return (Math.Log(sum) + largest - logits[next]) / Math.Log(2);
    }

    internal int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Alphabet.Encode(text);
    }

    private (SequenceStream Stream, Tensor Logits) Read(string text)
    {
        SequenceStream stream = Network.OpenStream();
        Tensor? logits = null;
        foreach (int symbol in Encode(RequireNotEmpty(text)))
            logits = stream.Step(symbol);
        return (stream, logits!);
    }

    private static string RequireNotEmpty(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0
            ? text
            : throw new ArgumentException("The text is empty; expected at least one character.", nameof(text));
    }
}
