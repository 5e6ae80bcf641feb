using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;

namespace Unrolled.Equations.Runs;

/// <summary>What an <see cref="EncoderDecoder"/> did with a source and a target.</summary>
/// <param name="Source">The symbols that the encoder read.</param>
/// <param name="Read">The symbols that the decoder read: start, then the target.</param>
/// <param name="Encoder">The encoder's steps.</param>
/// <param name="Decoder">The decoder's steps; its outputs are the logits a_y.</param>
/// <param name="Loss">−ln p of every target symbol and of the end.</param>
public sealed record EncoderDecoderRun(
    IReadOnlyList<int> Source, IReadOnlyList<int> Read, Trace Encoder, Trace Decoder, SequenceLoss Loss);
