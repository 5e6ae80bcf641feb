namespace Unrolled.NotebookHost.Figures;

/// <summary>
/// The few colours with which a picture is written. A picture with more is cut into boxes of like colours, always the
/// box that costs most (after Heckbert 1982, median cut, and Wu 1991, who cuts by variance).
/// </summary>
internal sealed class PngPalette
{
    private readonly Dictionary<int, byte> indices = [];

    private PngPalette(IReadOnlyList<ColourBox> boxes)
    {
        Colours = [.. boxes.Select(box => box.Colour)];
        for (int i = 0; i < boxes.Count; i++)
            foreach (int colour in boxes[i].Members)
                indices[colour] = (byte)i;
    }

    /// <summary>At most 256, as 0xRRGGBB.</summary>
    public IReadOnlyList<int> Colours { get; }

    /// <summary>The index in <see cref="Colours"/> of the colour that replaces a colour of the picture.</summary>
    public byte this[int colour] => indices[colour];

    /// <summary>The palette for a picture: its own colours if they are few enough.</summary>
    public static PngPalette Of(RgbImage image)
    {
        PriorityQueue<ColourBox, double> boxes = new();
        Add(
            new ColourBox(image.Pixels.CountBy(colour => colour)
                .OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))));
        while (boxes.Count <= byte.MaxValue && boxes.Peek().Error > 0)
        {
            (ColourBox lower, ColourBox upper) = boxes.Dequeue().Cut();
            Add(lower);
            Add(upper);
        }
        return new PngPalette([.. boxes.UnorderedItems.Select(item => item.Element).OrderBy(box => box.Colour)]);

        void Add(ColourBox box) => boxes.Enqueue(box, -box.Error);
    }
}

/// <summary>Colours that will be shown as one, and how much that costs.</summary>
internal sealed class ColourBox
{
    private readonly (int Colour, int Count)[] colours;
    private readonly double[] mean = new double[3];
    private readonly int widestChannel;

    public ColourBox(IEnumerable<(int Colour, int Count)> colours)
    {
        this.colours = [.. colours];
        double total = this.colours.Sum(entry => (double)entry.Count);
        double[] spread = new double[mean.Length];
        for (int channel = 0; channel < mean.Length; channel++)
        {
            mean[channel] = this.colours.Sum(entry => Channel(entry.Colour, channel) * (double)entry.Count) / total;
            spread[channel] = this.colours.Sum(
                entry => entry.Count * Math.Pow(Channel(entry.Colour, channel) - mean[channel], 2));
        }
        widestChannel = Array.IndexOf(spread, spread.Max());
        Error = spread.Sum();
    }

    /// <summary>The squared differences from the mean, summed over all pixels; 0 for a single colour.</summary>
    public double Error { get; }

    /// <summary>The mean, as 0xRRGGBB.</summary>
    public int Colour => mean.Aggregate(0, (colour, value) => colour << 8 | (int)Math.Round(value));

    /// <summary>The colours of the box.</summary>
    public IEnumerable<int> Members => colours.Select(entry => entry.Colour);

    /// <summary>
    /// Cuts the box at the mean of the channel in which its colours differ most; neither part is empty.
    /// </summary>
    public (ColourBox Lower, ColourBox Upper) Cut()
    {
        ILookup<bool, (int, int)> parts = colours.ToLookup(
            entry => Channel(entry.Colour, widestChannel) > mean[widestChannel]);
        return (new ColourBox(parts[false]), new ColourBox(parts[true]));
    }

    private static int Channel(int colour, int channel) => colour >> (16 - 8 * channel) & 0xFF;
}
