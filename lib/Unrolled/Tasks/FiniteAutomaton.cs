using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// A deterministic finite automaton: it gives the symbols that may come next, accepts or refuses a string, and writes
/// strings, in which every branch of a state is equally likely.
/// <para>Invariant: it accepts every string that it writes.</para>
/// </summary>
public sealed class FiniteAutomaton
{
    private readonly Transition[][] branches;

    /// <summary>An automaton with states 0, 1, 2 ….</summary>
    /// <param name="alphabet">The symbols, in the order of their numbers.</param>
    /// <param name="start">The state in which a string begins.</param>
    /// <param name="end">The state in which a string is complete.</param>
    /// <param name="transitions">The steps.</param>
    /// <exception cref="ArgumentException">
    /// A symbol is not in the alphabet, a state has two steps with one symbol, or a state has no way to the end.
    /// </exception>
    public FiniteAutomaton(string alphabet, int start, int end, IReadOnlyCollection<Transition> transitions)
    {
        (Alphabet, Start, End, Transitions) = (alphabet, start, end, [.. transitions]);
        StateCount = transitions.Max(step => Math.Max(step.From, step.To)) + 1;
        branches = [.. Enumerable.Range(0, StateCount).Select(state => Transitions
            .Where(step => step.From == state).OrderBy(step => alphabet.IndexOf(step.Symbol)).ToArray())];
        RequireKnownSymbols();
        RequireOneWay();
        RequireWayToTheEnd();
    }

    /// <summary>The symbols, in the order of their numbers.</summary>
    public string Alphabet { get; }

    /// <summary>The state in which a string begins.</summary>
    public int Start { get; }

    /// <summary>
    /// The state in which a string is complete; the start, if strings follow one another without end.
    /// </summary>
    public int End { get; }

    /// <summary>The number of states.</summary>
    public int StateCount { get; }

    /// <summary>All steps.</summary>
    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>The symbols that may come next in a state, in the alphabet's order.</summary>
    /// <param name="state">The state.</param>
    public string LegalNext(int state) => string.Concat(branches[state].Select(step => step.Symbol));

    /// <summary>The symbols that may follow each symbol of a string, [time].</summary>
    /// <param name="text">A string, or the beginning of one.</param>
    /// <exception cref="ArgumentException">A symbol is not legal at its place.</exception>
    public IReadOnlyList<string> LegalAfterEach(string text) => [.. StatesAlong(text).Select(LegalNext)];

    /// <summary>The state after each symbol of a string, [time].</summary>
    /// <param name="text">A string, or the beginning of one.</param>
    /// <exception cref="ArgumentException">A symbol is not legal at its place.</exception>
    public IReadOnlyList<int> StatesAlong(string text)
    {
        int[] states = new int[text.Length];
        int state = Start;
        for (int t = 0; t < text.Length; t++)
        {
            states[t] = state = Next(state, text[t]) ?? throw new ArgumentException(
                $"text has '{text[t]}' at {t}; expected {Expected(state)}.", nameof(text));
        }

        return states;
    }

    /// <summary>Whether a string is complete and legal throughout.</summary>
    /// <param name="text">The string.</param>
    public bool Accepts(string text)
    {
        int? state = Start;
        foreach (char symbol in text)
        {
            if (state is { } at)
                state = Next(at, symbol);
        }

        return state == End;
    }

    /// <summary>Writes one string, from the start to the end.</summary>
    /// <param name="random">The seeded source.</param>
    public string Draw(Random random)
    {
        List<char> text = [];
        int state = Start;
        do
            state = Write(text, state, random);
        while (state != End);
        return new string([.. text]);
    }

    /// <summary>Writes symbols, one string after the other; the last may be cut off.</summary>
    /// <param name="length">The number of symbols.</param>
    /// <param name="random">The seeded source.</param>
    public string DrawStream(int length, Random random)
    {
        List<char> text = [];
        for (int state = Start; text.Count < length;)
        {
            state = Write(text, state, random);
            if (state == End)
                state = Start;
        }

        return new string([.. text]);
    }

    /// <summary>
    /// The same automaton with its end joined to its start: its strings follow one another without a mark.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// A step leads back to the start, so that a string that is complete could not be told from one that begins again.
    /// </exception>
    public FiniteAutomaton Joined()
    {
        if (Transitions.FirstOrDefault(step => step.To == Start) is { } back)
            throw new InvalidOperationException(
                $"{back} leads back to the start, {Start}; expected a start that only begins.");
        return new FiniteAutomaton(
            Alphabet, Start, Start, [.. Transitions.Select(step => step.To == End ? step with { To = Start } : step)]);
    }

    /// <summary>The average number of each symbol in a string, in the alphabet's order.</summary>
    public IReadOnlyList<double> ExpectedCounts()
    {
        // Visits v solve v = start + Pᵀ v, where P has no step into the end, at which a string stops.
        var equations = Matrix<double>.Build.DenseIdentity(StateCount);
        foreach (var step in Transitions.Where(step => step.To != End))
            equations[step.To, step.From] -= Probability(step);
        var starts = Vector<double>.Build.Dense(StateCount);
        starts[Start] = 1;
        var visits = equations.Solve(starts);
        return [.. Alphabet.Select(symbol => Transitions
            .Where(step => step.Symbol == symbol).Sum(step => visits[step.From] * Probability(step)))];
    }

    private int Write(List<char> text, int state, Random random)
    {
        var step = branches[state][random.Next(branches[state].Length)];
        text.Add(step.Symbol);
        return step.To;
    }

    private int? Next(int state, char symbol) =>
        Array.Find(branches[state], step => step.Symbol == symbol)?.To;

    private double Probability(Transition step) => 1.0 / branches[step.From].Length;

    private string Expected(int state) => LegalNext(state) is { Length: > 0 } legal
        ? $"one of \"{legal}\""
        : "the end";

    private void RequireKnownSymbols()
    {
        if (Transitions.FirstOrDefault(step => !Alphabet.Contains(step.Symbol)) is { } unknown)
            throw new ArgumentException($"{unknown} has a symbol that is not in the alphabet \"{Alphabet}\".");
    }

    private void RequireOneWay()
    {
        foreach (var steps in branches)
        {
            if (steps.CountBy(step => step.Symbol).FirstOrDefault(symbol => symbol.Value > 1) is { Value: > 1 } twice)
                throw new ArgumentException(
                    $"State {steps[0].From} has {twice.Value} steps with '{twice.Key}'; expected 1.");
        }
    }

    private void RequireWayToTheEnd()
    {
        HashSet<int> leading = [End];
        while (Transitions.Any(step => leading.Contains(step.To) && leading.Add(step.From)))
            continue;
        if (Transitions.FirstOrDefault(step => !leading.Contains(step.To)) is { } lost)
            throw new ArgumentException($"{lost} leads to a state without a way to the end, {End}.");
        if (!leading.Contains(Start))
            throw new ArgumentException($"The start, {Start}, has no way to the end, {End}.");
    }
}

/// <summary>A step of a <see cref="FiniteAutomaton"/>.</summary>
/// <param name="From">The state before.</param>
/// <param name="Symbol">The symbol that is read or written.</param>
/// <param name="To">The state after.</param>
public sealed record Transition(int From, char Symbol, int To);
