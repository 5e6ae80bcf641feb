using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// An encoder and a decoder along their steps: above, the network that reads the source; below, the one that writes the
/// target and reads what it wrote; between them the one vector that passes.
/// <code>new EncoderDecoderDiagram(["do", "you", "want", "tea", "?"], ["tea", ",", "please"])</code>
/// </summary>
public sealed class EncoderDecoderDiagram : Drawing
{
    // As many as a phone shows with letters of 9 pixels.
    private const int MostSymbols = 7;

    private const double
        Pitch = 58, Left = 24, RowPitch = 62, TitleSize = 15, TitleHeight = 30, CaptionHeight = 22, WordBelow = 14,
        WordAbove = 7, Between = 60, Turn = 20, LabelRise = 5, Letters = 12, NameSize = 17;

    private readonly string title, end;
    private readonly ImmutableArray<string> source, target;

    /// <summary>The diagram of a pair.</summary>
    /// <param name="source">The symbols that the encoder reads, 1 … 7: as many as a phone shows.</param>
    /// <param name="target">The symbols that the decoder writes before the end, at most 6.</param>
    /// <param name="end">The name of the symbol that ends the target, and that the decoder reads first.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">There is no source, or there is no room for so many symbols.</exception>
    public EncoderDecoderDiagram(
        IEnumerable<string> source, IEnumerable<string> target, string end = "end",
        string title = "An encoder and a decoder")
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(end);
        ArgumentNullException.ThrowIfNull(title);
        (this.source, this.target, this.end, this.title) = ([.. source], [.. target], end, title);
        if (this.source.Length is < 1 or > MostSymbols)
            throw new ArgumentException(
                $"source has {this.source.Length} symbols; expected 1 to {MostSymbols}.", nameof(source));
        if (this.target.Length >= MostSymbols)
            throw new ArgumentException(
                $"target has {this.target.Length} symbols; expected at most {MostSymbols - 1}.", nameof(target));
    }

    private protected override string Text() => $"{SafeText.Clean(title)}\n{Description()}";

    private protected override DrawingParts Drawn()
    {
        using var writer = new CanonicalWriter("encoder-decoder");
        writer.Text("title", title);
        writer.Text("end", end);
        writer.Words("source", source);
        writer.Words("target", target);
        int columns = Math.Max(source.Length, target.Length + 1);
        double width = Math.Max(
            Left + columns * Pitch + Turn,
            Math.Max(
                TextMetrics.Width(title, TitleSize, bold: true) + 2 * Theme.Padding,
                PassingRight + Theme.Padding));
        double height = Decoder + 1.5 * RowPitch + WordBelow + Theme.Padding;
        return new DrawingParts(
            (int)Math.Ceiling(width), (int)Math.Ceiling(height), title, Description(), writer.Finish(),
            (svg, _) => Draw(svg));
    }

    // The middles of the rows of hidden states.
    private static double Encoder => TitleHeight + CaptionHeight + Theme.Padding + VectorNode.Height / 2;

    private static double Decoder => Encoder + RowPitch + VectorNode.Height / 2 + WordBelow + Between + RowPitch
        + WordAbove + VectorNode.Height / 2;

    private static double PassingLeft => Theme.Padding;

    private static double NoteLeft => PassingLeft + 10;

    // Beyond the last state, and beyond the note.
    private double PassingRight => Math.Max(
        Centre(source.Length - 1) + VectorNode.Width / 2 + 14,
        NoteLeft + TextMetrics.Width(WhatPasses, Letters) + 8);

    private string WhatPasses => $"s(0) = h({source.Length}): the one vector that passes";

    private static double Centre(int step) => Left + (step + .5) * Pitch;

    private string Description()
    {
        string read = string.Join(' ', source), written = string.Join(' ', target.Append(end));
        return $"The encoder reads {read} in {source.Length} steps. Its last state, h({source.Length}), is the "
            + $"decoder's first, s(0), and nothing else passes. The decoder reads {end} and then each symbol that it "
            + $"has written, and writes {written}.";
    }

    private void Draw(SvgWriter svg)
    {
        svg.Label(title, Theme.Padding, Theme.Padding + TitleSize, TitleSize, bold: true);
        svg.Label(
            "The encoder reads the message", Theme.Padding, Theme.Padding + TitleHeight + 10, Letters);
        double captionOfDecoder = Decoder - RowPitch - VectorNode.Height / 2 - WordAbove - 16;
        svg.Label("The decoder writes the reply", NoteLeft, captionOfDecoder, Letters);
        List<IPart> wires = [], nodes = [];
        for (int t = 0; t < source.Length; t++)
            AddReading(t, "h", "x", $"{t + 1}", source[t], Encoder, t < source.Length - 1, wires, nodes);
        AddPassing(wires);
        string[] read = [end, .. target], written = [.. target, end];
        for (int t = 0; t < read.Length; t++)
        {
            AddReading(t, "s", "y", $"{t}", read[t], Decoder, t < read.Length - 1, wires, nodes);
            AddWriting(t, written[t], t < read.Length - 1, wires, nodes);
        }

        foreach (IPart part in wires.Concat(nodes))
            part.Draw(svg, default);
    }

    private static void AddReading(
        int t, string state, string input, string time, string word, double row, bool goesOn,
        List<IPart> wires, List<IPart> nodes)
    {
        VectorNode h = Node(new(Centre(t), row), new(state, $"{t + 1}"), Ink.Hidden, Ink.HiddenEdge);
        VectorNode x = Node(new(Centre(t), row + RowPitch), new(input, time), Ink.Outside, Ink.OutsideEdge);
        nodes.AddRange(h, x);
        wires.Add(new Wire(x.Top, h.Bottom));
        if (goesOn)
            wires.Add(new Wire(h.Right, h.Left with { X = h.Left.X + Pitch }));
        wires.Add(new Note(word, new(Centre(t), x.Bottom.Y + WordBelow), "middle")
        {
            Colour = Theme.Ink,
            Size = Letters,
        });
    }

    private static VectorNode Node(Place centre, MathName name, string fill, string edge) =>
        new(centre, name, fill, edge) { NameSize = NameSize };

    // What is written becomes the next input.
    private static void AddWriting(int t, string word, bool goesOn, List<IPart> wires, List<IPart> nodes)
    {
        double x = Centre(t);
        VectorNode y = Node(new(x, Decoder - RowPitch), new("y", $"{t + 1}"), Ink.Outside, Ink.OutsideEdge);
        nodes.Add(y);
        wires.Add(new Wire(new(x, Decoder - VectorNode.Height / 2), y.Bottom));
        wires.Add(new Note(word, new(x, y.Top.Y - WordAbove), "middle") { Colour = Theme.Ink, Size = Letters });
        if (!goesOn)
            return;
        double between = x + Pitch / 2, low = Decoder + RowPitch;
        Place next = new(x + Pitch - VectorNode.Width / 2, low);
        wires.Add(new Wire(y.Right, new(between, y.Right.Y), new(between, low), next)
        {
            Dash = Ink.Dashes,
            Colour = Ink.PointwiseEdge,
        });
    }

    private void AddPassing(List<IPart> wires)
    {
        double last = Centre(source.Length - 1) + VectorNode.Width / 2;
        double middle = Encoder + RowPitch + VectorNode.Height / 2 + WordBelow + 22, left = PassingLeft;
        wires.Add(new Wire(
            new(last, Encoder), new(PassingRight, Encoder), new(PassingRight, middle), new(left, middle),
            new(left, Decoder), new(Centre(0) - VectorNode.Width / 2, Decoder))
        {
            Colour = Ink.Extra,
            Thickness = 3,
        });
        wires.Add(new Note(WhatPasses, new(NoteLeft, middle - LabelRise)) { Colour = Ink.Extra, Size = Letters });
    }
}
