namespace Unrolled;

/// <summary>The colours of the directions: forwards green, as hidden states are, and backwards purple.</summary>
internal static class DirectionInk
{
    private const string
        ForwardEdge = "#3f7a35", BackwardEdge = Ink.Extra, ForwardLane = Ink.Body, BackwardLane = "#f6f1fa",
        BackwardState = "#eadff4";

    public static string Edge(bool backward) => backward ? BackwardEdge : ForwardEdge;

    public static string State(bool backward) => backward ? BackwardState : Ink.Hidden;

    public static string Lane(bool backward) => backward ? BackwardLane : ForwardLane;

    /// <summary>The colour of an input that a state depends on: of the past, the present or the future.</summary>
    public static string Input(int input, int step) =>
        input == step ? Theme.Ink : Edge(backward: input > step);
}
