namespace Unrolled;

/// <summary>A straight line segment in SVG units.</summary>
internal readonly record struct Segment(Place From, Place To)
{
    /// <summary>
    /// Whether any part of the segment lies in the rectangle; clipping after Liang and Barsky, "A new concept and
    /// method for line clipping" (1984).
    /// </summary>
    public bool Crosses(Rect rect)
    {
        double start = 0, end = 1, dx = To.X - From.X, dy = To.Y - From.Y;
        return Clip(-dx, From.X - rect.Left, ref start, ref end) && Clip(dx, rect.Right - From.X, ref start, ref end)
            && Clip(-dy, From.Y - rect.Top, ref start, ref end) && Clip(dy, rect.Bottom - From.Y, ref start, ref end);
    }

    private static bool Clip(double slope, double distance, ref double start, ref double end)
    {
        if (slope == 0)
            return distance >= 0;
        if (slope < 0)
            start = Math.Max(start, distance / slope);
        else
            end = Math.Min(end, distance / slope);
        return start <= end;
    }
}
