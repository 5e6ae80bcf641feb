namespace Unrolled.ReferenceCases;

/// <summary>
/// A folder of recorded cases that is not as its format says; the message names the file, the case and the field.
/// </summary>
public sealed class ReferenceFolderException(string message, Exception? innerException = null)
    : Exception(message, innerException);
