namespace Unrolled.Layers;

/// <summary>What the units of an <see cref="Rnn"/> make of their net input a.</summary>
public enum Activation
{
    /// <summary>h = tanh(a).</summary>
    Tanh,

    /// <summary>h = max(a, 0), with a kink at 0, where its derivative is taken to be 0.</summary>
    Relu,
}
