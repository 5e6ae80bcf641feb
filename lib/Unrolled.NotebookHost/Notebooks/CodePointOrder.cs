namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// Orders strings by code point, as Python does. Ordinal order of UTF-16 differs: it puts U+1F600, which is written
/// with surrogates, before U+FF01.
/// </summary>
internal sealed class CodePointOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static CodePointOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        int shared = x.AsSpan().CommonPrefixLength(y);
        if (shared == x!.Length || shared == y!.Length)
            return x.Length.CompareTo(y!.Length);
        // A difference inside a pair is one between code points that begin alike.
        if (shared > 0 && char.IsHighSurrogate(x[shared - 1]))
            shared--;
        return CodePointAt(x, shared).CompareTo(CodePointAt(y, shared));
    }

    private static int CodePointAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];
}
