namespace Unrolled.Layers;

/// <summary>What a <see cref="SequenceModel"/> computed from a batch.</summary>
/// <param name="Output">What the head made, [time, batch, output] or [batch, output].</param>
/// <param name="Read">What the head read.</param>
/// <param name="Recurrent">The recurrent layer's pass.</param>
public sealed record SequencePass(Tensor Output, Tensor Read, RecurrentPass Recurrent)
{
    internal Tensor? DRead { get; set; }

    internal RecurrentState? DFinal { get; set; }
}
