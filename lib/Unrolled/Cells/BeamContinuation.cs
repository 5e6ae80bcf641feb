namespace Unrolled;

/// <summary>
/// A continuation that a beam search has compared with the others of its length, as a search tells its watcher.
/// </summary>
/// <param name="Target">What is written with it.</param>
/// <param name="IsKept">Whether it stayed in the beam, or was found complete; if not, it was pruned.</param>
public sealed record BeamContinuation(Hypothesis Target, bool IsKept);
