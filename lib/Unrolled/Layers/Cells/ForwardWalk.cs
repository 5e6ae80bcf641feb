using Unrolled.Layers.Teams;

namespace Unrolled.Layers.Cells;

/// <summary>The way forward through all steps: every thread goes it with sequences of its own, and waits for nobody.</summary>
internal sealed class ForwardWalk(RecurrentCell cell, CellPass pass) : ITeamWork
{
    /// <summary>y, [time, batch, …].</summary>
    internal Tensor Output { get; set; } = new(0, 0, 0);

    /// <summary>Where this direction's features begin in y.</summary>
    internal int Offset { get; set; }

    /// <inheritdoc/>
    public void Do(Member member) => cell.Forward(pass, member.Of(pass.Batch, RecurrentCell.RowsTogether), Output, Offset);
}
