using Unrolled.Layers;

namespace Unrolled.Training;

/// <summary>The next steps of some long streams.</summary>
/// <typeparam name="TTargets">The targets' type, as the loss takes them.</typeparam>
/// <param name="Inputs">[time, batch, input].</param>
/// <param name="Targets">The targets.</param>
/// <param name="Begins">Whether the streams begin here, from zero state.</param>
public sealed record StreamWindow<TTargets>(Tensor Inputs, TTargets Targets, bool Begins);
