namespace Unrolled.Layers;

/// <summary>What an <see cref="EncoderDecoder"/> computed from a batch of pairs.</summary>
/// <param name="Source">The symbols that the encoder read, [source time, batch].</param>
/// <param name="Read">The symbols that the decoder read, [target time, batch].</param>
/// <param name="Encoder">The encoder's pass.</param>
/// <param name="Decoder">The decoder's pass.</param>
public sealed record EncoderDecoderPass(int[,] Source, int[,] Read, RecurrentPass Encoder, SequencePass Decoder)
{
    /// <summary>The logits of every next symbol, [target time, batch, symbols].</summary>
    public Tensor Output => Decoder.Output;
}
