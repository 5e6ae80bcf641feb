namespace Unrolled;

/// <summary>
/// The loss of a network that predicts characters when some of its units are held at their mean over a text: if a unit
/// carries something that the network uses, the characters that depend on it become more surprising.
/// </summary>
public static class UnitErasure
{
    /// <summary>
    /// The surprise of every character but the first, as <see cref="CharacterModel.Surprise"/> has it, while units are
    /// held: after every step their h, and c where there is one, is the mean over the whole text, for the read-out as
    /// for the next step.
    /// </summary>
    /// <param name="model">The model, with one recurrent layer.</param>
    /// <param name="text">The text, at least two characters.</param>
    /// <param name="erased">The units to hold in each run, from 0; none are allowed.</param>
    /// <returns>The surprise in bits, [run][time − 1].</returns>
    /// <exception cref="ArgumentException">
    /// There is no run, the model has more layers, or the text has too few characters or one that is not in the
    /// alphabet.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static double[][] Surprise(
        CharacterModel model, string text, IReadOnlyList<IReadOnlyList<int>> erased)
    {
        ArgumentNullException.ThrowIfNull(model);
        int[] symbols = model.Encode(text);
        Require(model.Network.Recurrent, symbols, erased);
        LayerTrace trace = model.Trace(text);
        float[] h = Means(trace, "h");
        float[]? c = model.Network.Recurrent is Lstm ? Means(trace, "c") : null;

        RecurrentStream stream = model.Network.Recurrent.OpenStream(erased.Count);
        double[][] surprise = [.. erased.Select(_ => new double[symbols.Length - 1])];
        int[,] read = new int[1, erased.Count];
        Tensor? logits = null;
        for (int t = 0; t + 1 < symbols.Length; t++)
        {
            for (int run = 0; run < erased.Count; run++)
                read[0, run] = symbols[t];
            Tensor x = model.Network.Embedding!.Forward(read);
            Tensor y = stream.Step(x.Reshaped(erased.Count, model.Network.Embedding.Size));
            for (int run = 0; run < erased.Count; run++)
            {
                foreach (int unit in erased[run])
                {
                    y[0, run, unit] = stream.State.Hidden[0, run, unit] = h[unit];
                    if (c is not null)
                        stream.State.Cell![0, run, unit] = c[unit];
                }
            }

            logits = model.Network.Head.Forward(y, logits);
            for (int run = 0; run < erased.Count; run++)
                surprise[run][t] = CharacterModel.Bits(logits.At(0, run), symbols[t + 1]);
        }

        return surprise;
    }

    private static float[] Means(LayerTrace trace, string name)
    {
        Tensor values = trace[name];
        (int time, int units) = (values.Shape[0], values.Shape[2]);
        double[] sums = new double[units];
        for (int t = 0; t < time; t++)
        {
            for (int unit = 0; unit < units; unit++)
                sums[unit] += values[t, 0, unit];
        }

        return [.. sums.Select(sum => (float)(sum / time))];
    }

    private static void Require(
        RecurrentLayer layer, int[] symbols, IReadOnlyList<IReadOnlyList<int>> erased)
    {
        ArgumentNullException.ThrowIfNull(erased);
        if (layer.LayerCount > 1)
        {
            throw new ArgumentException(
                $"The model has {layer.LayerCount} recurrent layers; expected one.", nameof(layer));
        }

        if (symbols.Length < 2)
        {
            throw new ArgumentException(
                $"text has {symbols.Length} characters; expected at least two.", nameof(symbols));
        }

        if (erased.Count == 0)
            throw new ArgumentException("There is no run; expected at least one list of units.", nameof(erased));
        foreach (int unit in erased.SelectMany(units => units))
        {
            if ((uint)unit >= (uint)layer.HiddenSize)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(erased), unit, $"There is no unit {unit}; expected 0 to {layer.HiddenSize - 1}.");
            }
        }
    }
}
