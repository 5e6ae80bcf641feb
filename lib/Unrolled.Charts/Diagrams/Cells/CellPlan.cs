using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The drawing of one kind of cell: the quantities that it shows, and the places of its parts.</summary>
internal abstract class CellPlan
{
    /// <summary>The cell's name in titles and messages.</summary>
    public abstract string Named { get; }

    /// <summary>Everything that distinguishes this drawing from others with the same values.</summary>
    public virtual string Kind => Named;

    /// <summary>The quantities that have a place in the drawing, in the order of the equations.</summary>
    public abstract ImmutableArray<Quantity> Quantities(RunReader run);

    /// <summary>The entries of the legend beyond the usual symbols.</summary>
    public virtual ImmutableArray<LegendItem> Legend => [];

    /// <summary>The parts with the values of a recording.</summary>
    public abstract Arrangement Of(Recording run);

    public static CellPlan For(ICell cell) => cell switch
    {
        CellWithOutput withOutput => For(withOutput.Layer),
        ElmanNetwork elman => new ElmanPlan(elman),
        RnnCell rnn => new RnnPlan(rnn),
        Lstm1997Cell => LstmPlan.WithoutForgetGate,
        LstmCell => LstmPlan.WithForgetGate,
        PeepholeLstmCell => LstmPlan.WithPeepholes,
        GruCell gru => new GruPlan(gru),
        null => throw new ArgumentNullException(nameof(cell)),
        _ => throw new ArgumentException(
            $"There is no diagram of a {cell.GetType().Name}; expected an ElmanNetwork, RnnCell, Lstm1997Cell, "
            + "LstmCell, PeepholeLstmCell or GruCell, or one of these with an output layer.",
            nameof(cell)),
    };
}
