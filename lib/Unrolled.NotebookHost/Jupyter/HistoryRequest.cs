namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Which cells have run?</summary>
/// <param name="HistAccessType"><c>tail</c>, <c>range</c> or <c>search</c>.</param>
/// <param name="Output">Whether the results are wanted too.</param>
/// <param name="Start">Of a range: the first cell's number.</param>
/// <param name="Stop">Of a range: the number behind the last cell's.</param>
/// <param name="N">Of a tail or a search: at most so many, the last ones.</param>
/// <param name="Pattern">Of a search: a text with <c>*</c> and <c>?</c>.</param>
/// <param name="Unique">Of a search: each text once.</param>
/// <param name="Session">Of a range: the session; only the running one is kept.</param>
internal sealed record HistoryRequest(
    string HistAccessType,
    bool Output = false,
    int? Start = null,
    int? Stop = null,
    int? N = null,
    string? Pattern = null,
    bool? Unique = null,
    int? Session = null) : KernelRequest;
