using System.Globalization;

namespace Unrolled;

/// <summary>The errors of an implementation against one recorded case.</summary>
/// <param name="Case">The case.</param>
/// <param name="By">The implementation.</param>
/// <param name="Errors">The error of every tensor that was computed.</param>
/// <param name="Failure">The reason why the case could not be computed; null if it was.</param>
public sealed record CaseReport(
    ReferenceCase Case, Implementation By, IReadOnlyList<TensorError> Errors, string? Failure = null)
{
    /// <summary>Whether the case was computed and every error is accepted.</summary>
    public bool IsWithinTolerance => Failure is null && Errors.All(error => error.IsWithinTolerance);

    /// <summary>The largest error of an output, a state, a loss or a trained weight.</summary>
    public double? Outputs => Largest(Errors.Where(error => !error.IsGradient));

    /// <summary>The largest error of a gradient.</summary>
    public double? Gradients => Largest(Errors.Where(error => error.IsGradient));

    /// <summary>The differences, with the names of the tensors; empty if there are none.</summary>
    public string Problem =>
        Failure ?? string.Join("; ", Errors.Where(error => !error.IsWithinTolerance).Select(Describe));

    /// <summary>Computes a case and compares; a case that cannot be computed is a failure with its reason.</summary>
    public static CaseReport Of(ReferenceCase recorded, Implementation implementation)
    {
        try
        {
            return new CaseReport(recorded, implementation, implementation.Compute(recorded).Errors());
        }
        catch (Exception impossible)
        {
            return new CaseReport(recorded, implementation, [], impossible.Message);
        }
    }

    private static double? Largest(IEnumerable<TensorError> errors) =>
        errors.Select(error => (double?)error.Error).Max();

    private static string Describe(TensorError error) =>
        string.Create(CultureInfo.InvariantCulture, $"{error.Tensor}: {error.Error:0.0e+00} > {error.Tolerance:0e+00}");
}
