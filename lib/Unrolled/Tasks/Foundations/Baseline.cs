namespace Unrolled.Tasks.Foundations;

/// <summary>The score of an answer that learns nothing from the inputs, over the steps that the mask asks.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Value">The expected score.</param>
/// <param name="Answer">The answer that has it, in words.</param>
public sealed record Baseline(Measure Measure, double Value, string Answer);
