using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// A beam search as a tree: in each row the continuations of the beginnings that were kept, each with its newest symbol
/// and ln p of all its symbols. What is kept has a solid green box and goes on; what is pruned has a dashed white one
/// with a cross below it. The best target and the path of greedy search are marked.
/// <code>
/// new BeamTree([[new(["le"], -.5, IsKept: true), new(["un"], -1.2, IsKept: false)], …])
/// </code>
/// The picture has the whole search; where scripts run, a slider goes through it symbol by symbol.
/// </summary>
public sealed class BeamTree : Drawing
{
    private const int MostLevels = 16;

    private readonly BeamModel model;

    /// <summary>The tree of a search.</summary>
    /// <param name="levels">
    /// The continuations that were compared after 1, 2, … symbols, at most 16 levels; at most 6 of a level are kept. Of
    /// the pruned ones the best are drawn and the others counted. Greedy's path is right if the most probable
    /// continuation of every beginning is among them.
    /// </param>
    /// <param name="lengthPenalty">α of <see cref="Hypothesis.Score"/>, by which the best target is chosen.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">
    /// There is no level, or too many; a level is empty, has too many kept ones, or one of another length, or one that
    /// continues nothing that was kept, or one twice; or ln p is not a finite number of at most 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">α is negative or not finite.</exception>
    public BeamTree(
        IEnumerable<IEnumerable<BeamCandidate>> levels, double lengthPenalty = 0, string title = "Beam search")
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(title);
        ImmutableArray<ImmutableArray<BeamCandidate>> all = [.. levels.Select(level => level.ToImmutableArray())];
        if (all.Length is < 1 or > MostLevels)
            throw new ArgumentException(
                $"There are {all.Length} levels; expected 1 to {MostLevels}, for which there is room.", nameof(levels));
        model = BeamModel.Of(title, all, lengthPenalty);
    }

    /// <summary>The tree of a search that was watched.</summary>
    /// <param name="levels">
    /// What the search told its watcher, a list for each length: <c>model.BeamSearch(…, watch: levels.Add)</c>.
    /// </param>
    /// <param name="name">The name of a symbol.</param>
    /// <param name="end">The name of the end.</param>
    /// <param name="lengthPenalty">α of <see cref="Hypothesis.Score"/>, by which the best target is chosen.</param>
    /// <param name="title">The title.</param>
    /// <returns>The tree.</returns>
    /// <inheritdoc cref="BeamTree(IEnumerable{IEnumerable{BeamCandidate}}, double, string)"/>
    public static BeamTree Of(
        IEnumerable<IReadOnlyList<BeamContinuation>> levels, Func<int, string> name, string end = "end",
        double lengthPenalty = 0, string title = "Beam search")
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(end);
        BeamCandidate Candidate(BeamContinuation one) => new(
            [.. one.Target.Symbols.Select(name), .. one.Target.IsComplete ? [end] : Array.Empty<string>()],
            one.Target.LogProbability, one.IsKept, one.Target.IsComplete);
        return new BeamTree(levels.Select(level => level.Select(Candidate)), lengthPenalty, title);
    }

    private BeamTree(BeamModel model)
    {
        this.model = model;
    }

    private protected override string Text() => BeamText.Of(model);

    private protected override DrawingParts Drawn()
    {
        var plan = new BeamPlan(model);
        return new DrawingParts(
            plan.Width, plan.Height, model.Title, BeamText.Describe(model), BeamData.Of(model),
            (svg, _) => plan.Draw(svg), model.Written is null ? Levels() : null);
    }

    // A frame for each number of symbols, from none to all.
    private SliderUpgrade Levels() => SliderUpgrade.Through(
        "symbols written", model.Levels.Length, written => new BeamTree(model with { Written = written }));
}

/// <summary>A beginning of a target that a beam search has compared with others of its length.</summary>
/// <param name="Symbols">The names of its symbols; of a complete target the end is the last.</param>
/// <param name="LogProbability">ln p of all of them together.</param>
/// <param name="IsKept">Whether it stayed in the beam, or was found complete.</param>
/// <param name="IsComplete">Whether its last symbol is the end.</param>
public sealed record BeamCandidate(
    IReadOnlyList<string> Symbols, double LogProbability, bool IsKept, bool IsComplete = false);
