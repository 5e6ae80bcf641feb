namespace Unrolled.Charts;

/// <summary>How one column of a <see cref="Table"/> is written.</summary>
/// <param name="Name">The heading, with the unit.</param>
/// <param name="Digits">How many significant digits its numbers have; whole numbers keep all of theirs.</param>
/// <param name="Best">Which value is bold.</param>
public sealed record Column(string Name, int Digits = 4, Best Best = Best.None)
{
    /// <summary>A column with nothing but a heading.</summary>
    /// <param name="name">The heading.</param>
    public static implicit operator Column(string name) => new(name);
}
