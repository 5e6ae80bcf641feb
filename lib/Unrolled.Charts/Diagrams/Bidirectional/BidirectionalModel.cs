using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A state of a bidirectional network; layers and steps are counted from 0.</summary>
internal readonly record struct StateAt(int Layer, bool Backward, int Step);

/// <summary>The states of a layer, [time, unit], both in the order of time.</summary>
internal sealed record BidirectionalLayer(double[,] Forward, double[,] Backward);

/// <summary>The content of a bidirectional diagram.</summary>
internal sealed record BidirectionalModel(
    string Title, int Unit, ImmutableArray<string> Symbols, double[,] Inputs, ImmutableArray<BidirectionalLayer> Layers)
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The number of states that are computed, in their order; null for all, without a newest one.</summary>
    public int? Computed { get; init; }

    public int Steps => Inputs.GetLength(0);

    /// <summary>Every state in the order of the computation.</summary>
    public ImmutableArray<StateAt> States =>
    [
        .. from layer in Enumerable.Range(0, Layers.Length)
           from backward in new[] { false, true }
           from step in Enumerable.Range(0, Steps)
           select new StateAt(layer, backward, backward ? Steps - 1 - step : step),
    ];

    /// <summary>The state that was computed last; null where the whole run is shown or nothing is computed.</summary>
    public StateAt? Newest => Computed is > 0 and { } count ? States[count - 1] : null;

    public bool IsComputed(StateAt state) => Computed is not { } count || States.IndexOf(state) < count;

    /// <summary>Whether the state depends on an input.</summary>
    public bool DependsOn(StateAt state, int input) =>
        state.Layer > 0 || (state.Backward ? input >= state.Step : input <= state.Step);

    public double Value(StateAt state) => (state.Backward
        ? Layers[state.Layer].Backward
        : Layers[state.Layer].Forward)[state.Step, Unit];

    /// <summary>The absolute value with the full colour: 1, or the largest of the run.</summary>
    public double Reach => Math.Max(1, States.Select(state => Math.Abs(Value(state))).Where(double.IsFinite).Max());

    /// <summary>The step before in the state's own direction; null where it begins.</summary>
    public StateAt? Before(StateAt state)
    {
        int step = state.Step + (state.Backward ? 1 : -1);
        return step < 0 || step >= Steps ? null : state with { Step = step };
    }

    /// <summary>→h, or →h² where there are several layers.</summary>
    public string Base(StateAt state) =>
        $"{(state.Backward ? '←' : '→')}h{(Layers.Length > 1 ? Superscripts[state.Layer + 1] : "")}";

    public MathName Name(StateAt state) => new(Base(state), $"{state.Step + 1}");
}

/// <summary>The canonical data of a bidirectional diagram.</summary>
internal static class BidirectionalData
{
    public static string Of(BidirectionalModel model)
    {
        using var writer = new CanonicalWriter("bidirectional");
        writer.Text("title", model.Title);
        writer.Number("unit", model.Unit);
        if (model.Computed is { } computed)
            writer.Number("computed", computed);
        writer.Words("symbols", model.Symbols);
        writer.Rows("inputs", model.Inputs);
        writer.Objects("layers", model.Layers, layer =>
        {
            writer.Rows("forward", layer.Forward);
            writer.Rows("backward", layer.Backward);
        });
        return writer.Finish();
    }
}
