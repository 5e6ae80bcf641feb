namespace Unrolled.Charts.Tables;

/// <summary>A written cell. A number that is aligned is written in two parts, up to its decimal point and from it on.</summary>
internal readonly record struct TableCell(string Head, string Tail, bool IsNumber, bool IsBest)
{
    public string Text => Head + Tail;
}
