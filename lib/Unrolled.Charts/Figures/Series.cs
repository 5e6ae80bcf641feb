using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>One named set of data, with the values that its axes must show.</summary>
internal abstract record Series(string? Name, string Colour)
{
    /// <summary>One word for messages and canonical data.</summary>
    public abstract string Kind { get; }

    public abstract IEnumerable<double> Xs { get; }

    public abstract IEnumerable<double> Ys { get; }

    /// <summary>True where lengths are read from zero, as with bars.</summary>
    public virtual bool StartsAtZero => false;

    public virtual bool InLegend => Name is not null;

    /// <summary>How the series is named in messages.</summary>
    public string Named => Name is null ? $"an unnamed {Kind} series" : $"{Kind} series \"{Name}\"";

    public abstract void Write(CanonicalWriter writer);
}
