using System.Globalization;

namespace Unrolled;

/// <summary>
/// Numbers of canonical data: five significant digits, so that the last bits, in which machines differ, have no part in
/// a digest.
/// </summary>
internal static class CanonicalNumber
{
    public static double Rounded(double value) =>
        double.Parse(value.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;

    /// <summary>The rounded value as JSON; null where it is not finite.</summary>
    public static string Json(double value) => double.IsFinite(value)
        ? Rounded(value).ToString("R", CultureInfo.InvariantCulture)
        : "null";
}
