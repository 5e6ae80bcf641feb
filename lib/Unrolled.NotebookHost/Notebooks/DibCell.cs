namespace Unrolled.NotebookHost.Notebooks;

/// <summary>One cell of a <see cref="DibDocument"/>.</summary>
/// <param name="Language">The name in the line that began it, without <c>#!</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="FirstLine">The file's 1-based line on which the text begins.</param>
public sealed record DibCell(string Language, string Text, int FirstLine)
{
    /// <summary>Whether it is C# that runs.</summary>
    public bool IsCSharp => Language is "csharp" or "c#";

    /// <summary>The text below as many empty lines as stand before it in the file, so that line numbers are the file's.</summary>
    public string TextInPlace => new string('\n', FirstLine - 1) + Text;
}
