namespace Unrolled.Layers;

/// <summary>
/// What a backward pass hands on; the parameters' gradients were added up in the parameters. The next way back of the same
/// pass writes over these tensors.
/// </summary>
/// <param name="Input">dL/dx, [time, batch, input]; 0 past each sequence's length.</param>
/// <param name="Initial">The gradient of the initial state.</param>
public sealed record RecurrentGradient(Tensor Input, RecurrentState Initial);
