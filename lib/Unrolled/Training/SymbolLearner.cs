
namespace Unrolled;

/// <summary>Learns from whole sequences of symbols, each from zero state.</summary>
/// <param name="model">The model.</param>
public sealed class SymbolLearner(SymbolModel model) : ILearner<SymbolBatch>
{
    private SequencePass? pass;
    private Tensor? dOutput;

    /// <inheritdoc/>
    public ParameterList Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Learn(SymbolBatch batch, Random random)
    {
        ArgumentNullException.ThrowIfNull(batch);
        pass = model.Forward(batch.Symbols, lengths: batch.Lengths, dropoutSource: random, reuse: pass);
        LossValue value = batch.Targets.Loss(pass.Output, dOutput);
        dOutput = value.Gradient;
        model.Backward(batch.Symbols, pass, value.Gradient);
        return value.Value;
    }

    /// <summary>The loss without learning and without dropout.</summary>
    public double Evaluate(SymbolBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Targets.Loss(model.Forward(batch.Symbols, lengths: batch.Lengths).Output).Value;
    }
}
