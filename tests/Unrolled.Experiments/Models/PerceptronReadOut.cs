namespace Unrolled.Experiments.Models;

/// <summary>
/// A recurrent layer that is read at every step by a perceptron with one hidden layer: y = V tanh(W h + b) + c. Unlike
/// a linear head it can compute functions that are not a sum over the directions.
/// </summary>
internal sealed class PerceptronReadOut
{
    private readonly RecurrentLayer layer;
    private readonly Dense hidden;
    private readonly Dense output;

    internal PerceptronReadOut(RecurrentLayer layer, int units, int outputSize, Random random)
    {
        this.layer = layer;
        hidden = new Dense(layer.OutputSize, units, random);
        output = new Dense(units, outputSize, random);
        Parameters = new ParameterList(
            [.. layer.Parameters, .. hidden.Parameters.Under("hidden."), .. output.Parameters.Under("output.")]);
    }

    internal ParameterList Parameters { get; }

    /// <summary>The loss of a batch; its gradient is added to those that the parameters hold.</summary>
    internal double Learn(SequenceBatch batch, Random random)
    {
        RecurrentPass pass = layer.Forward(batch.Inputs!, lengths: batch.Lengths, dropoutSource: random);
        Tensor units = Units(pass.Output);
        LossValue value = batch.Targets.Loss(output.Forward(units));
        Tensor dUnits = output.Backward(units, value.Gradient);
        for (int i = 0; i < dUnits.Count; i++)
            dUnits.Values[i] *= 1 - units.Values[i] * units.Values[i];
        layer.Backward(pass, hidden.Backward(pass.Output, dUnits));
        return value.Value;
    }

    /// <summary>y, [time, batch, output].</summary>
    internal Tensor Output(SequenceBatch batch) =>
        output.Forward(Units(layer.Forward(batch.Inputs!, lengths: batch.Lengths).Output));

    private Tensor Units(Tensor read)
    {
        Tensor units = hidden.Forward(read);
        for (int i = 0; i < units.Count; i++)
            units.Values[i] = MathF.Tanh(units.Values[i]);
        return units;
    }
}
