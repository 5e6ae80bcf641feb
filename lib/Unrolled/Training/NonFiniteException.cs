namespace Unrolled.Training;

/// <summary>A loss or gradient became NaN or infinite; the message names the step and the parameter with its layer.</summary>
public sealed class NonFiniteException(string message) : Exception(message);
