namespace Unrolled.Tasks.Grammars;

/// <summary>A step of a <see cref="FiniteAutomaton"/>.</summary>
/// <param name="From">The state before.</param>
/// <param name="Symbol">The symbol that is read or written.</param>
/// <param name="To">The state after.</param>
public sealed record Transition(int From, char Symbol, int To);
