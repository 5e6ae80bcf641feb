namespace Unrolled.NotebookHost.Book;

/// <summary>A sentence of the prose and the condition that was evaluated where it stands.</summary>
/// <param name="CellId">The id of its Markdown cell.</param>
/// <param name="Text">A piece of the cell's Markdown that occurs in it once.</param>
/// <param name="Condition">The condition, in C#.</param>
/// <param name="Values">The parts of the condition and their values.</param>
/// <param name="Seeds">How many random seeds are behind it; null where the notebook does not say it.</param>
/// <param name="Holds">Whether the condition holds; where it does not, this machine's results differ.</param>
public sealed record TestedSentence(
    string CellId,
    string Text,
    string Condition,
    IReadOnlyList<KeyValuePair<string, string>> Values,
    string? Seeds,
    bool Holds);
