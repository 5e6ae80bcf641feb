namespace Unrolled;

/// <summary>A model that reads the last values of a series, with its outputs in the series' unit.</summary>
internal sealed class WindowNetwork
{
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

        (Model, Window, Standardizer) = (model, window, standardizer);
    }

    /// <summary>The model.</summary>
    internal SequenceModel Model { get; }

    /// <summary>The standardizer of its inputs and outputs; none if null.</summary>
    internal Standardizer? Standardizer { get; }

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
            x.Values[t] = (float)(Standardizer?.Transform(last[t]) ?? last[t]);
        float[] outputs = Model.Infer(x).Output.Values[^Model.Head.OutputSize..];
        return [.. outputs.Select(output => Standardizer?.Inverse(output) ?? output)];
    }
}
