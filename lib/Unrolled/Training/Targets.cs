
namespace Unrolled;

/// <summary>What should come out of a batch, with the loss that goes with it.</summary>
public abstract record Targets
{
    /// <summary>The loss of a model's outputs.</summary>
    /// <param name="output">[batch, features] or [time, batch, features].</param>
    /// <param name="reuse">An earlier gradient that may be written over.</param>
    /// <exception cref="ArgumentException">The outputs do not have the targets' places.</exception>
    public abstract LossValue Loss(Tensor output, Tensor? reuse = null);
}
