namespace Unrolled.NotebookHost.Figures;

/// <summary>
/// The few colours with which a picture is written. A picture with more is cut into boxes of like colours, always the box
/// that costs most (after Heckbert 1982, median cut, and Wu 1991, who cuts by variance).
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

    /// <summary>The place among <see cref="Colours"/> of what stands for a colour of the picture.</summary>
    public byte this[int colour] => indices[colour];

    /// <summary>The palette for a picture: its own colours if they are few enough.</summary>
    public static PngPalette Of(RgbImage image)
    {
        PriorityQueue<ColourBox, double> boxes = new();
        Add(new ColourBox(image.Pixels.CountBy(colour => colour).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))));
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
