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
    private bool plays;

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

    /// <summary>
    /// Lets the diagram run through its steps as soon as it is seen, where scripts run and the reader has not asked for
    /// less motion; it has a pause in any case.
    /// </summary>
    /// <returns>The diagram.</returns>
    public StepDiagram Play()
    {
        plays = true;
        return this;
    }

    /// <summary>
    /// The diagram as one SVG that moves through all steps, without scripts, for pages that show images only. Where the
    /// reader has asked for less motion, it shows the first step.
    /// </summary>
    /// <param name="secondsPerStep">The time for which a step is seen, in seconds, at least a third of one.</param>
    /// <returns>SVG with a text alternative; the same diagram gives the same text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A step would be seen for less than a third of a second.
    /// </exception>
    public string ToAnimatedSvg(double secondsPerStep = 2)
    {
        // Nothing may flash more than three times a second: WCAG 2.2, success criterion 2.3.1.
        if (!(secondsPerStep >= 1.0 / 3))
            throw new ArgumentOutOfRangeException(
                nameof(secondsPerStep), secondsPerStep,
                $"secondsPerStep is {secondsPerStep}; expected at least a third of a second.");
        ImmutableArray<int> all = [.. Enumerable.Range(0, recording.Steps)];
        StepFrames[] frames = [.. all.Select(step => FramesOf([step]))];
        DrawingParts parts = new(
            frames[0].Width, frames[0].Height, title, StepsText.Sentences(recording, shown), Parts().Canonical,
            (svg, id) => StepAnimation.Draw(svg, id, frames, secondsPerStep));
        return SvgDocument.Write(parts, marked: true);
    }

    /// <summary>The diagram's kind in the canonical data. A change would change every digest.</summary>
    private protected abstract string View { get; }

    private protected override string Text() => StepsText.Table(title, recording, shown);

    private protected override DrawingParts Drawn()
    {
        StepFrames frames = FramesOf(shown), frame = FramesOf([plays ? 0 : shown[0]]);
        string description = StepsText.Sentences(recording, shown);
        string data = StepsData.Of(View, title, recording, shown, WriteMore);
        return new DrawingParts(
            frames.Width, frames.Height, title, description, data, frames.Draw,
            new StepsUpgrade(new DrawingParts(frame.Width, frame.Height, title, description, data, frame.Draw), plays));
    }

    private StepFrames FramesOf(ImmutableArray<int> steps) =>
        new(title, ArrangementOf(recording), recording, steps, Legend(recording));

    private protected abstract Arrangement ArrangementOf(Recording recording);

    private protected abstract ImmutableArray<LegendItem> Legend(Recording recording);

    private protected abstract void WriteMore(CanonicalWriter writer);

    // The first step, the last, and those between at equal distances.
    private static IEnumerable<int> Spread(int steps) => steps <= FramesByDefault
        ? Enumerable.Range(0, steps)
        : Enumerable.Range(0, FramesByDefault)
            .Select(frame => (int)Math.Round((double)frame * (steps - 1) / (FramesByDefault - 1)));
}
