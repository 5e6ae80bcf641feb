namespace Unrolled;

/// <summary>A model that reads the last values of a series, with its outputs in the series' unit.</summary>
internal sealed class WindowNetwork
{
    private readonly SequenceModel model;
    private readonly Standardizer? standardizer;

    internal WindowNetwork(SequenceModel model, int outputs, int window, Standardizer? standardizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        if (model.Embedding is not null || model.Recurrent.InputSize != 1)
        {
            throw new ArgumentException(
                $"model reads {(model.Embedding is null ? $"{model.Recurrent.InputSize} features" : "symbols")}; "
                + "expected 1 feature, the values of a series.",
                nameof(model));
        }

        if (model.Head.OutputSize != outputs)
        {
            throw new ArgumentException(
                $"model has {model.Head.OutputSize} outputs; expected {outputs}.", nameof(model));
        }

        (this.model, Window, this.standardizer) = (model, window, standardizer);
    }

    /// <summary>The number of values that the model reads.</summary>
    internal int Window { get; }

    /// <summary>The outputs after the newest value.</summary>
    /// <param name="past">The values known, oldest first; at least as many as the model reads.</param>
    internal double[] Read(ReadOnlySpan<double> past)
    {
        if (past.Length < Window)
        {
            throw new ArgumentException(
                $"past has {past.Length} values; expected at least {Window}, as many as the model reads.",
                nameof(past));
        }

        ReadOnlySpan<double> last = past[^Window..];
        Tensor x = new(Window, 1, 1);
        for (int t = 0; t < Window; t++)
            x.Values[t] = (float)(standardizer?.Transform(last[t]) ?? last[t]);
        float[] outputs = model.Infer(x).Output.Values[^model.Head.OutputSize..];
        return [.. outputs.Select(output => standardizer?.Inverse(output) ?? output)];
    }
}
