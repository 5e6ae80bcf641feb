using System.Collections.Immutable;
using Unrolled.Charts.Digests;
using Unrolled.Charts.Display;
using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Parts;
using Unrolled.Charts.Views.Recordings;
using Unrolled.Charts.Views.Stepping;

namespace Unrolled.Charts.Views;

/// <summary>
/// A drawing of a model with the live numbers of its steps: a few steps side by side as a picture, and one step with a
/// slider over all of them where scripts run.
/// </summary>
public abstract class SteppedView : Drawing
{
    private const int FramesWhenNotAsked = 4;

    private readonly string title;
    private readonly Recording recording;
    private readonly ImmutableArray<int> shown;

    private protected SteppedView(string title, Recording recording, IEnumerable<int>? shown)
    {
        this.title = title;
        this.recording = recording;
        this.shown = [.. shown ?? Spread(recording.Steps)];
        if (this.shown.IsEmpty)
            throw new ArgumentException("steps is empty; expected at least one step to show.", nameof(shown));
        foreach (int step in this.shown.Where(step => step < 0 || step >= recording.Steps))
            throw new ArgumentOutOfRangeException(nameof(shown), step, $"There is no step {step}; the run has the steps 0 to {recording.Steps - 1}.");
    }

    /// <inheritdoc/>
    public override string ToString() => StepsText.Table(title, recording, shown);

    internal override DrawingParts Parts()
    {
        Diagram diagram = DiagramOf(recording);
        StepsLayout frames = new(title, diagram, recording, shown, Legend(recording)), frame = new(title, diagram, recording, [shown[0]], Legend(recording));
        string description = StepsText.Sentences(recording, shown), data = StepsData.Of(GetType().Name, title, recording, shown, WriteMore);
        return new DrawingParts(
            frames.Width, frames.Height, title, description, data, frames.Draw,
            new StepsUpgrade(new DrawingParts(frame.Width, frame.Height, title, description, data, frame.Draw)));
    }

    private protected abstract Diagram DiagramOf(Recording recording);

    private protected abstract ImmutableArray<LegendItem> Legend(Recording recording);

    private protected virtual void WriteMore(CanonicalWriter writer)
    {
    }

    // The first step, the last, and those between at equal distances.
    private static IEnumerable<int> Spread(int steps) => steps <= FramesWhenNotAsked
        ? Enumerable.Range(0, steps)
        : Enumerable.Range(0, FramesWhenNotAsked).Select(frame => (int)Math.Round((double)frame * (steps - 1) / (FramesWhenNotAsked - 1)));
}
