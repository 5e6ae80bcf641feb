using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The legend of a beam tree.</summary>
internal static class BeamLegend
{
    private const double BoxWidth = 24, BoxHeight = 16, BadgeWidth = 16, BranchWidth = 30;

    public static ImmutableArray<LegendItem> Of(BeamModel model) =>
    [
        Box("kept", isKept: true, isComplete: false), Box("complete", isKept: true, isComplete: true),
        Box("pruned", isKept: false, isComplete: false),
        new("best target", BranchWidth, (svg, at) =>
            svg.Line(at.X - BranchWidth / 2, at.Y, at.X + BranchWidth / 2, at.Y, Theme.Ink, 3)),
        new("greedy search", BranchWidth + BadgeWidth, (svg, at) =>
        {
            double left = at.X - (BranchWidth + BadgeWidth) / 2;
            svg.Line(left + BadgeWidth, at.Y, left + BadgeWidth + BranchWidth, at.Y, Ink.Extra, 1.5, Ink.Dashes);
            BeamPlan.DrawBadge(svg, at with { X = left + BadgeWidth / 2 });
        }),
        new("number: ln p of all symbols so far", 0, (_, _) => { }),
        .. model.Levels.Any(level => level.Any(node => !node.IsDrawn))
            ? [new LegendItem("+ n: further ones, all pruned", 0, (_, _) => { })]
            : Array.Empty<LegendItem>(),
    ];

    private static LegendItem Box(string text, bool isKept, bool isComplete) => new(text, BoxWidth, (svg, at) =>
    {
        BeamPlan.DrawBox(
            svg, new Rect(at.X - BoxWidth / 2, at.Y - BoxHeight / 2 - (isKept ? 0 : 3), BoxWidth, BoxHeight), isKept,
            isComplete, isBest: false);
        if (!isKept)
            BeamPlan.DrawCross(svg, new Place(at.X, at.Y + BoxHeight / 2 + 2));
    });
}
