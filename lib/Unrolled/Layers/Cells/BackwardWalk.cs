using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>
/// The way back. Every thread goes through a chunk of steps with sequences of its own; when all have come through, each
/// adds up the gradients of weights of its own, over all sequences.
/// </summary>
internal sealed class BackwardWalk(RecurrentCell cell, CellPass pass) : ITeamWork
{
    /// <summary>dL/dy, [time, batch, …]; null for 0.</summary>
    internal Tensor? DOutput { get; set; }

    /// <summary>Where this direction's features begin in y.</summary>
    internal int Offset { get; set; }

    /// <summary>dL/dx, [time, batch, input]; set by the first direction, added to by the second.</summary>
    internal Tensor DInput { get; set; } = new(0, 0, 0);

    /// <inheritdoc/>
    public void Do(Member member) => cell.Backward(pass, member, DOutput, Offset, DInput);
}
