namespace Unrolled.NotebookHost.Figures;

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
            spread[channel] = this.colours.Sum(entry => entry.Count * Math.Pow(Channel(entry.Colour, channel) - mean[channel], 2));
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

    /// <summary>Cuts the box at the mean of the channel in which its colours differ most; neither part is empty.</summary>
    public (ColourBox Lower, ColourBox Upper) Cut()
    {
        ILookup<bool, (int, int)> parts = colours.ToLookup(entry => Channel(entry.Colour, widestChannel) > mean[widestChannel]);
        return (new ColourBox(parts[false]), new ColourBox(parts[true]));
    }

    private static int Channel(int colour, int channel) => colour >> (16 - 8 * channel) & 0xFF;
}
