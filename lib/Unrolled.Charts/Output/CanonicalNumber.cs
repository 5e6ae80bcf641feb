using System.Globalization;

namespace Unrolled.Charts.Digests;

/// <summary>
/// Numbers as they enter a digest: five significant digits, so that the last bits, in which machines differ, stay out.
/// </summary>
internal static class CanonicalNumber
{
    public static double Rounded(double value) =>
        double.Parse(value.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;

    /// <summary>The rounded value as JSON; what is not finite becomes null.</summary>
    public static string Json(double value) => double.IsFinite(value)
        ? Rounded(value).ToString("R", CultureInfo.InvariantCulture)
        : "null";
}
