using System.Text;

namespace Unrolled;

/// <summary>
/// Widths of text. The advances are those of DejaVu Sans and DejaVu Sans Bold, in thousandths of the font size; those
/// of Verdana, the substitute where DejaVu is missing, differ by a few percent.
/// </summary>
internal static class TextMetrics
{
    private const int FirstCharacter = ' ';
    private const double WideCharacter = 1000, OtherCharacter = 680, MathSign = 838, Superscript = 420, ThinSpace = 200;

    private static readonly short[] Regular =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    private static readonly short[] Bold =
    [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
        1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
        733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
        716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    ];

    /// <summary>The width of a line of text, in SVG units.</summary>
    public static double Width(string text, double size, bool bold = false) =>
        text.EnumerateRunes().Sum(rune => Advance(rune, bold ? Bold : Regular)) * size / 1000;

    private static double Advance(Rune rune, short[] advances) =>
        rune.Value - FirstCharacter is int index && index >= 0 && index < advances.Length
            ? advances[index]
            : Advance(rune.Value);

    private static double Advance(int character) => character switch
    {
        0x2009 or 0x202f => ThinSpace,
        0xb2 or 0xb3 or 0xb9 or (>= 0x2070 and <= 0x209f) => Superscript,
        0xd7 or 0xb1 or (>= 0x2190 and <= 0x22ff) => MathSign,
        0x2026 or 0x2014 or >= 0x2e80 => WideCharacter,
        _ => OtherCharacter,
    };
}
