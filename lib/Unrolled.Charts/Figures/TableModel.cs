using System.Collections.Immutable;

namespace Unrolled.Charts.Tables;

/// <summary>All that a table says.</summary>
internal sealed record TableModel(string? Title, ImmutableArray<Column> Columns)
{
    public ImmutableArray<ImmutableArray<object?>> Rows { get; init; } = [];

    public string? Caption { get; init; }

    public string Named => Title is null ? "The table" : $"Table \"{Title}\"";
}
