namespace Unrolled.NotebookHost.Execution;

/// <summary>What a submission ended with.</summary>
/// <param name="HasValue">True when its last statement is an expression without <c>;</c> that is not void.</param>
/// <param name="Value">The value of that expression.</param>
internal readonly record struct SubmissionResult(bool HasValue, object? Value);
