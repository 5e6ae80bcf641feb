using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Diagrams;

public class CellDiagramTests
{
    private static readonly string[] Gates = ["i", "f", "g", "o", "r", "z", "n", "h", "c", "context"];

    public static TheoryData<string> Names => [.. Runs.Cells.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_numbers_of_every_frame_are_those_of_the_run(string name)
    {
        ICell cell = Runs.Cells[name]();
        CellTrace run = Runs.OfSymbols(cell);
        XElement svg = XElement.Parse(new CellDiagram(cell, run, unit: 3, steps: [0, 4, 9]).ToSvg());

        foreach (XElement frame in Frames(svg))
        {
            int step = int.Parse(frame.Attribute("data-step")!.Value, CultureInfo.InvariantCulture);
            foreach (string quantity in run.Names.Where(quantity => Marked(frame, "data-text", quantity).Any()))
                Assert.Equal(Written(run[quantity][step][3]), Marked(frame, "data-text", quantity).Single().Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_gate_and_state_of_the_model_appears_once_in_each_frame(string name)
    {
        ICell cell = Runs.Cells[name]();
        CellTrace run = Runs.OfSymbols(cell);
        XElement svg = XElement.Parse(new CellDiagram(cell, run, steps: [2, 5]).ToSvg());

        Assert.All(Frames(svg), frame => Assert.All(
            run.Names.Where(Gates.Contains), gate => Assert.Single(Marked(frame, "data-text", gate))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_strip_has_a_cell_for_every_unit(string name)
    {
        ICell cell = Runs.Cells[name]();
        XElement frame = Frames(
            XElement.Parse(new CellDiagram(cell, Runs.OfSymbols(cell), steps: [1]).ToSvg())).Single();

        Assert.Equal(Runs.Hidden, Enumerable.Range(0, 10).Count(unit => Marked(frame, "data-fill", $"h:{unit}").Any()));
    }

    [Theory]
    [InlineData("lstm", "f⊙c_prev", "f", "c_prev", false)]
    [InlineData("lstm", "i⊙g", "i", "g", false)]
    [InlineData("gru, after", "kept", "z", "h_prev", false)]
    [InlineData("gru, after", "taken", "z", "n", true)]
    [InlineData("gru, after, takes", "kept", "z", "h_prev", true)]
    [InlineData("gru, after, takes", "taken", "z", "n", false)]
    public void A_product_is_that_of_its_factors(string name, string product, string gate, string other, bool inverted)
    {
        ICell cell = Runs.Cells[name]();
        CellTrace run = Runs.OfSymbols(cell);
        XElement frame = Frames(XElement.Parse(new CellDiagram(cell, run, unit: 1, steps: [6]).ToSvg())).Single();
        double open = inverted ? 1 - run[gate][6][1] : run[gate][6][1];

        Assert.Equal(Written(open * run[other][6][1]), Marked(frame, "data-text", product).Single().Value);
    }

    [Fact]
    public void What_is_kept_and_what_is_taken_of_a_GRU_is_its_new_state()
    {
        foreach (string name in Runs.Cells.Keys.Where(name => name.StartsWith("gru", StringComparison.Ordinal)))
        {
            JsonElement data = Data(new CellDiagram(Runs.Cells[name](), Runs.OfSymbols(Runs.Cells[name]())));
            foreach (int step in Enumerable.Range(0, 10))
                Assert.Equal(
                    Value(data, "h", step, 2), Value(data, "kept", step, 2) + Value(data, "taken", step, 2),
                    tolerance: 1e-4);
        }
    }

    [Fact]
    public void The_worked_step_shows_its_values()
    {
        // i = .5, f = .75, g = .6, o = .75 and c = .5 give c' = .675 and h' = .441194.
        var lstm = LstmCell.Zeros(1, 1);
        (lstm.b_i[0], lstm.b_f[0], lstm.b_g[0], lstm.b_o[0]) = (0, Math.Log(3), Math.Atanh(.6), Math.Log(3));
        State before = State.Zeros([1, 1]);
        before.c[0] = .5;
        var view = new CellDiagram(lstm, lstm.Run(Sequence.OfScalars([0]), before));
        XElement frame = Frames(XElement.Parse(view.ToSvg())).Single();

        Assert.Equal(
            ["0.500", "0.750", "0.500", "0.600", "0.750", "0.375", "0.300", "0.675", "0.588", "0.441"],
            new[] { "c_prev", "f", "i", "g", "o", "f⊙c_prev", "i⊙g", "c", "tanh_c", "h" }
                .Select(name => Marked(frame, "data-text", name).Single().Value));
    }

    [Fact]
    public void The_data_hold_every_step_for_the_slider()
    {
        JsonElement data = Data(new CellDiagram(Runs.Cells["lstm"](), Runs.OfSymbols(Runs.Cells["lstm"]())));

        Assert.All(
            data.GetProperty("quantities").EnumerateArray(),
            quantity => Assert.Equal(10, quantity.GetProperty("values").GetArrayLength()));
    }

    [Fact]
    public void By_default_the_frames_are_spread_over_the_run() =>
        Assert.Equal(
            ["0", "3", "6", "9"],
            Frames(XElement.Parse(View("lstm").ToSvg())).Select(frame => frame.Attribute("data-step")!.Value));

    [Fact]
    public void Of_many_units_those_around_the_chosen_one_are_shown()
    {
        ICell cell = Runs.Seeded(GruCell.Zeros(Runs.Inputs, 128));
        CellTrace run = Runs.OfSymbols(cell);
        XElement svg = XElement.Parse(new CellDiagram(cell, run, unit: 100, steps: [5]).ToSvg());

        Assert.Equal(Written(run["z"][5][100]), Marked(svg, "data-text", "z").Single().Value);
        Assert.Equal(32, Enumerable.Range(0, 128).Count(unit => Marked(svg, "data-fill", $"z:{unit}").Any()));
        Assert.Contains("units 84 … 115 of 128", svg.Value);
    }

    [Fact]
    public void The_text_has_the_numbers_of_every_step()
    {
        CellTrace run = Runs.OfSymbols(Runs.Cells["lstm"]());
        string text = View("lstm").ToString();

        Assert.All(
            Enumerable.Range(0, 10), step => Assert.Contains(Written(run["f"][step][0]), text.Split('\n')[step + 3]));
        Assert.Contains(Runs.Symbols[4], text.Split('\n')[7]);
    }

    [Fact]
    public void Steps_are_counted_from_1()
    {
        XElement svg = XElement.Parse(View("lstm").ToSvg());

        Assert.Equal(
            $"t = 1: {Runs.Symbols[0]}, unit 0",
            Frames(svg).First().Descendants().First(text => text.Attribute("data-heading") is not null).Value);
        Assert.StartsWith(" 1 ", View("lstm").ToString().Split('\n')[3]);
    }

    [Fact]
    public void A_short_input_of_an_LSTM_has_its_numbers()
    {
        var lstm = LstmCell.Zeros(3, 1);
        XElement svg = XElement.Parse(
            new CellDiagram(lstm, lstm.Run(Sequence.OfRows([[2, 0, -.5]]))).ToSvg());

        Assert.Equal(
            ["2", "0", "−0.5"],
            Enumerable.Range(0, 3).Select(i => Marked(svg, "data-plain", $"x:{i}").Single().Value));
    }

    [Fact]
    public void An_LSTM_is_built_up_equation_by_equation()
    {
        ICell cell = Runs.Cells["lstm"]();
        CellDiagram At(int? equations) => new(cell, Runs.OfSymbols(cell), steps: [2], equations: equations);
        bool IsPale(int equations, string quantity) =>
            Marked(XElement.Parse(At(equations).ToSvg()), "data-text", quantity).Single().Ancestors()
                .Any(group => group.Attribute("opacity") is not null);

        Assert.Equal(
            [false, true, true, true, true, true],
            new[] { "i", "f", "g", "o", "c", "h" }.Select(quantity => IsPale(1, quantity)));
        Assert.Equal(
            [false, false, false, false, false, true],
            new[] { "i", "f", "g", "o", "c", "h" }.Select(quantity => IsPale(5, quantity)));
        Assert.Equal(7, new int?[] { 1, 2, 3, 4, 5, 6, null }.Select(first => At(first).Digest).Distinct().Count());
    }

    [Theory]
    [InlineData("lstm", 0)]
    [InlineData("lstm", 7)]
    [InlineData("rnn", 1)]
    public void Equations_that_there_are_not_are_refused(string name, int equations) =>
        Assert.ThrowsAny<ArgumentException>(() => new CellDiagram(
            Runs.Cells[name](), Runs.OfSymbols(Runs.Cells[name]()), equations: equations));

    [Fact]
    public void Other_numbers_another_unit_and_another_model_have_other_digests()
    {
        string lstm = View("lstm").Digest;

        Assert.Equal(lstm, View("lstm").Digest);
        Assert.NotEqual(lstm, View("lstm", unit: 1).Digest);
        Assert.NotEqual(View("gru, after").Digest, View("gru, after, takes").Digest);
        Assert.NotEqual(Silent(OutputActivation.Linear).Digest, Silent(OutputActivation.Logistic).Digest);
    }

    [Fact]
    public void A_cell_without_a_diagram_is_refused_by_name() => Refused(
        "There is no diagram of a JordanNetwork; expected an ElmanNetwork, RnnCell, Lstm1997Cell, LstmCell, "
        + "PeepholeLstmCell or GruCell",
        () => new CellDiagram(JordanNetwork.Zeros(1, 2, 1), Runs.Empty));

    [Fact]
    public void A_run_without_steps_is_refused() =>
        Refused("The run has no steps", () => new CellDiagram(RnnCell.Zeros(1, 2), Runs.Empty));

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_unit_that_there_is_not_is_refused(int unit) =>
        Refused($"There is no unit {unit}; the LSTM has the hidden units 0 to 3.", () => View("lstm", unit));

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void A_step_that_there_is_not_is_refused(int step) => Refused(
        $"There is no step {step}; the run has the steps 0 to 9.",
        () => new CellDiagram(Runs.Cells["rnn"](), Runs.OfSymbols(Runs.Cells["rnn"]()), steps: [step]));

    [Fact]
    public void No_steps_to_show_are_refused() => Refused(
        "steps is empty", () => new CellDiagram(Runs.Cells["rnn"](), Runs.OfSymbols(Runs.Cells["rnn"]()), steps: []));

    [Fact]
    public void The_run_of_another_cell_is_refused() => Refused(
        "The run has no quantity c_prev, which a run of the LSTM has; it has x, h_prev, a, h.",
        () => new CellDiagram(Runs.Cells["lstm"](), Runs.OfSymbols(Runs.Cells["rnn"]())));

    [Fact]
    public void The_run_of_a_cell_of_another_size_is_refused() => Refused(
        "The run's h_prev has 6 elements; expected 4",
        () => new CellDiagram(Runs.Cells["rnn"](), Runs.OfSymbols(RnnCell.Zeros(Runs.Inputs, 6))));

    [Fact]
    public void Symbols_that_are_too_few_are_refused() => Refused(
        "There are 1 symbols for 10 steps",
        () => new CellDiagram(Runs.Cells["rnn"](), Runs.OfSymbols(Runs.Cells["rnn"]()), symbols: ["B"]));

    private static CellDiagram View(string name, int unit = 0) =>
        new(Runs.Cells[name](), Runs.OfSymbols(Runs.Cells[name]()), unit, symbols: Runs.Symbols);

    // Two networks with the same numbers: the outputs of one are not drawn as those of the other.
    private static CellDiagram Silent(OutputActivation units)
    {
        CellTrace run = Runs.OfSymbols(ElmanNetwork.Zeros(Runs.Inputs, 2, 1));
        return new(ElmanNetwork.Zeros(Runs.Inputs, 2, 1, units), run);
    }

    private static string Written(double value) => ValueText.Of(CanonicalNumber.Rounded(value));

    private static IEnumerable<XElement> Frames(XElement svg) => Marked(svg, "class", "frame");

    private static IEnumerable<XElement> Marked(XElement within, string attribute, string value) =>
        within.Descendants().Where(element => element.Attribute(attribute)?.Value == value);

    private static JsonElement Data(Drawing view) =>
        JsonDocument.Parse(XElement.Parse(view.ToSvg()).Elements()
            .Single(element => element.Name.LocalName == "metadata").Value).RootElement;

    private static double Value(JsonElement data, string key, int step, int unit) =>
        data.GetProperty("quantities").EnumerateArray()
            .Single(quantity => quantity.GetProperty("key").GetString() == key)
            .GetProperty("values")[step][unit].GetDouble();

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
