using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// A diagram of a model with the values of a run: frames of a few steps side by side as a picture, and one frame with a
/// slider over all steps where scripts run.
/// </summary>
public abstract class StepDiagram : Drawing
{
    private const int FramesByDefault = 4;

    private readonly string title;
    private readonly Recording recording;
    private readonly ImmutableArray<int> shown;

    private protected StepDiagram(string title, Recording recording, IEnumerable<int>? shown)
    {
        this.title = title;
        this.recording = recording;
        this.shown = [.. shown ?? Spread(recording.Steps)];
        if (this.shown.IsEmpty)
            throw new ArgumentException("steps is empty; expected at least one step to show.", nameof(shown));
        foreach (int step in this.shown.Where(step => step < 0 || step >= recording.Steps))
            throw new ArgumentOutOfRangeException(
                nameof(shown), step, $"There is no step {step}; the run has the steps 0 to {recording.Steps - 1}.");
    }

    /// <summary>The diagram's kind in the canonical data. A change would change every digest.</summary>
    private protected abstract string View { get; }

    private protected override string Text() => StepsText.Table(title, recording, shown);

    private protected override DrawingParts Drawn()
    {
        Arrangement diagram = ArrangementOf(recording);
        ImmutableArray<LegendItem> legend = Legend(recording);
        StepFrames frames = new(title, diagram, recording, shown, legend);
        StepFrames frame = new(title, diagram, recording, [shown[0]], legend);
        string description = StepsText.Sentences(recording, shown);
        string data = StepsData.Of(View, title, recording, shown, WriteMore);
        return new DrawingParts(
            frames.Width, frames.Height, title, description, data, frames.Draw,
            new StepsUpgrade(new DrawingParts(frame.Width, frame.Height, title, description, data, frame.Draw)));
    }

    private protected abstract Arrangement ArrangementOf(Recording recording);

    private protected abstract ImmutableArray<LegendItem> Legend(Recording recording);

    private protected abstract void WriteMore(CanonicalWriter writer);

    // The first step, the last, and those between at equal distances.
    private static IEnumerable<int> Spread(int steps) => steps <= FramesByDefault
        ? Enumerable.Range(0, steps)
        : Enumerable.Range(0, FramesByDefault)
            .Select(frame => (int)Math.Round((double)frame * (steps - 1) / (FramesByDefault - 1)));
}
