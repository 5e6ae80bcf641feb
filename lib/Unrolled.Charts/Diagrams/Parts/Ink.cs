namespace Unrolled;

/// <summary>
/// The colours of the usual drawing of recurrent cells: yellow layers, rose pointwise operations, a green cell.
/// </summary>
internal static class Ink
{
    public const string
        Wire = "#3d444d", Extra = "#8250a8",
        Layer = "#ffe08a", LayerEdge = "#a97800",
        Pointwise = "#ffc9d2", PointwiseEdge = "#b4475c",
        Body = "#f1f7ef", BodyEdge = "#a9c3a2",
        Dashes = "4 2.5",
        Hidden = "#dff0d8", HiddenEdge = "#5f8f55", Outside = "#ffffff", OutsideEdge = "#57606a";

    public const double Number = 10, Name = 10, Operation = 13, Note = 9, Large = 11.5;
}
