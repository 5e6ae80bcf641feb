namespace Unrolled.Datasets;

/// <summary>One value of a row, and the column in characters, from 1, at which it starts.</summary>
internal readonly record struct CsvField(string Text, int Column);
