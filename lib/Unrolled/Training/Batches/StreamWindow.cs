using Unrolled.Layers;

namespace Unrolled.Training.Batches;

/// <summary>The next steps of some long streams.</summary>
/// <param name="Inputs">[time, batch, input].</param>
/// <param name="Targets">What should come out.</param>
/// <param name="Begins">Whether the streams begin here, from zero state.</param>
public sealed record StreamWindow(Tensor Inputs, Targets Targets, bool Begins);
