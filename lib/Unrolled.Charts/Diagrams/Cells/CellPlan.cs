using System.Collections.Immutable;
using Unrolled.Charts.Views.Parts;
using Unrolled.Charts.Views.Recordings;
using Unrolled.Charts.Views.Stepping;
using Unrolled.Equations;
using Unrolled.Equations.Foundations;

namespace Unrolled.Charts.Views.Cells;

/// <summary>How one kind of cell is drawn: which quantities it shows, and where they stand.</summary>
internal abstract class CellDiagram
{
    /// <summary>What the cell is called in titles and messages.</summary>
    public abstract string Named { get; }

    /// <summary>All that distinguishes this drawing from others with the same numbers.</summary>
    public virtual string Kind => Named;

    /// <summary>The quantities that have a place in the drawing, in the order of the equations.</summary>
    public abstract ImmutableArray<Quantity> Quantities(RunReader run);

    /// <summary>What the legend must explain beyond the usual symbols.</summary>
    public virtual ImmutableArray<LegendItem> Legend => [];

    /// <summary>The drawing.</summary>
    public abstract Diagram Of(Recording recording);

    public static CellDiagram For(ICell cell) => cell switch
    {
        WithReadOut withReadOut => For(withReadOut.Layer),
        ElmanNetwork elman => new ElmanDiagram(elman),
        Rnn rnn => new RnnDiagram(rnn),
        Lstm1997 => new LstmDiagram(LstmKind.WithoutForgetGate),
        Lstm => new LstmDiagram(LstmKind.ForgetGate),
        PeepholeLstm => new LstmDiagram(LstmKind.Peephole),
        Gru gru => new GruDiagram(gru),
        null => throw new ArgumentNullException(nameof(cell)),
        _ => throw new ArgumentException(
            $"There is no drawing of a {cell.GetType().Name}; expected an ElmanNetwork, Rnn, Lstm1997, Lstm, PeepholeLstm or Gru, "
            + "or one of these with a read-out.",
            nameof(cell)),
    };
}
