namespace Unrolled.Tests.Language;

public sealed class UnitErasureTests
{
    private const string Text = "abc cab bac aab cc a";

    public static TheoryData<string> Kinds => ["Rnn", "Lstm", "Gru"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_no_unit_is_held_nothing_changes(string kind)
    {
        CharacterModel model = Model(kind);
        double[][] surprise = UnitErasure.Surprise(model, Text, [[], []]);

        foreach (double[] run in surprise)
            Assert.All(model.Surprise(Text).Zip(run), pair => Assert.Equal(pair.First, pair.Second, 5));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_all_units_are_held_every_character_has_one_distribution(string kind)
    {
        CharacterModel model = Model(kind);
        double[] surprise = UnitErasure.Surprise(model, Text, [[0, 1, 2, 3, 4]])[0];

        Assert.All(
            surprise.Zip(Text[1..]).GroupBy(pair => pair.Second, pair => pair.First),
            one => Assert.All(one, bits => Assert.Equal(one.First(), bits, 5)));
    }

    [Fact]
    public void A_held_unit_is_its_mean_in_the_equations_too()
    {
        CharacterModel model = Model("Lstm");
        const int unit = 2;
        CellWithOutput network = model.Network.ToCell();
        var cell = (LstmCell)network.Layer;
        LayerTrace trace = model.Trace(Text);
        (double h, double c) = (trace.Unit("h", unit).Average(), trace.Unit("c", unit).Average());

        int[] symbols = model.Alphabet.Encode(Text);
        Tensor vectors = model.Network.Embedding!.Parameters[0].Value;
        State state = cell.InitialState;
        double[] surprise = UnitErasure.Surprise(model, Text, [[unit]])[0];
        for (int t = 0; t + 1 < symbols.Length; t++)
        {
            Vector x = Vector.Build.Dense(vectors.Shape[1], k => vectors[symbols[t], k]);
            LstmStep step = cell.Forward(x, state);
            step.h[unit] = h;
            step.c[unit] = c;
            state = new State(step.h, step.c);
            Vector logits = network.OutputLayer.V * step.h + network.OutputLayer.b_y;
            double bits = Math.Log2(logits.Sum(Math.Exp)) - logits[symbols[t + 1]] / Math.Log(2);
            Assert.Equal(bits, surprise[t], 4);
        }
    }

    [Fact]
    public void Runs_do_not_touch_each_other()
    {
        CharacterModel model = Model("Gru");
        double[][] together = UnitErasure.Surprise(model, Text, [[0], [], [3, 1]]);

        Assert.Equal(UnitErasure.Surprise(model, Text, [[3, 1]])[0], together[2]);
        Assert.Equal(UnitErasure.Surprise(model, Text, [[0]])[0], together[0]);
        Assert.NotEqual(together[0], together[1]);
    }

    [Fact]
    public void What_cannot_be_held_is_refused()
    {
        Assert.Contains(
            "There is no unit 5; expected 0 to 4",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => UnitErasure.Surprise(Model("Rnn"), Text, [[5]])).Message);
        Assert.Throws<ArgumentException>(() => UnitErasure.Surprise(Model("Rnn"), Text, []));
        Assert.Throws<ArgumentException>(() => UnitErasure.Surprise(Model("Rnn"), "a", [[1]]));
        Assert.Contains(
            "2 recurrent layers", Assert.Throws<ArgumentException>(() => UnitErasure.Surprise(
                CharacterModelTests.Untrained(1, layers: 2), Text, [[1]])).Message);
    }

    private static CharacterModel Model(string kind) => CharacterModelTests.Untrained(9, layer: random => kind switch
    {
        "Rnn" => new Rnn(3, 5, random),
        "Gru" => new Gru(3, 5, random),
        _ => new Lstm(3, 5, random),
    });
}
