using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;

namespace Unrolled.Equations.Runs;

/// <summary>The gradient of a loss with respect to everything that took part in an encoder–decoder's run.</summary>
/// <param name="SourceEmbedding">dL/dE_x.</param>
/// <param name="Encoder">That of the encoder.</param>
/// <param name="TargetEmbedding">dL/dE_y.</param>
/// <param name="Decoder">That of the decoder; its <see cref="CellGradient.OfInitialState"/> is what the encoder is
/// asked
/// for.</param>
public sealed record EncoderDecoderGradient(
    Embedding SourceEmbedding, CellGradient Encoder, Embedding TargetEmbedding, CellGradient Decoder)
{
    /// <summary>dL/dθ of all parts, in the order of <see cref="EncoderDecoder.Parameters"/>.</summary>
    public ParameterSet OfParameters => new()
    {
        { "source", SourceEmbedding.Parameters },
        { "encoder", Encoder.OfParameters.Parameters },
        { "target", TargetEmbedding.Parameters },
        { "decoder", Decoder.OfParameters.Parameters },
    };
}
