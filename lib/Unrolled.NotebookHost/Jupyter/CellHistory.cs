using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The cells that have run since the kernel started.</summary>
internal sealed class CellHistory
{
    // Jupyter numbers sessions; 0 is always the running one.
    private const int ThisSession = 0;

    private readonly List<(int Number, string Code, string? Result)> cells = [];

    /// <summary>Keeps a cell.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="code">Its text.</param>
    /// <param name="result">Its result as plain text; null when it had none.</param>
    public void Add(int number, string code, string? result) => cells.Add((number, code, result));

    /// <summary>The cells that a request names: [session, number, code] or [session, number, [code, result]].</summary>
    public JsonArray Find(HistoryRequest request)
    {
        IEnumerable<(int Number, string Code, string? Result)> found = request.HistAccessType switch
        {
            "tail" => cells.TakeLast(request.N ?? cells.Count),
            "range" when request.Session is null or ThisSession =>
                cells.Where(
                    cell => cell.Number >= (request.Start ?? 0) && cell.Number < (request.Stop ?? int.MaxValue)),
            "search" => Search(request),
            _ => [],
        };
        return new JsonArray(
            [.. found.Select(
                cell => new JsonArray(ThisSession, cell.Number, Describe(cell.Code, cell.Result, request.Output)))]);
    }

    private IEnumerable<(int Number, string Code, string? Result)> Search(HistoryRequest request)
    {
        var found = cells.Where(
            cell => FileSystemName.MatchesSimpleExpression(request.Pattern ?? "*", cell.Code, ignoreCase: false));
        if (request.Unique == true)
            found = found.Reverse().DistinctBy(cell => cell.Code).Reverse();
        return request.N is { } count ? found.TakeLast(count) : found;
    }

    private static JsonNode Describe(string code, string? result, bool withResult) =>
        withResult ? new JsonArray(code, result) : JsonValue.Create(code);
}
