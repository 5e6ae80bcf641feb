namespace Unrolled.Tasks;

/// <summary>The order in which a sequence is read or written.</summary>
public enum Reading
{
    /// <summary>From its beginning to its end.</summary>
    Forward,

    /// <summary>From its end to its beginning.</summary>
    Reversed,
}
