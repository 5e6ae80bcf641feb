using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>Brings a document of nbformat 4.0–4.4 to 4.5, and completes a document that claims to be 4.5.</summary>
internal static class NotebookUpgrade
{
    private const int TargetMinorVersion = 5;
    private const int IdLength = 8;

    /// <summary>Upgrades a document in place.</summary>
    public static void Apply(Notebook notebook)
    {
        if (notebook.MinorVersion > TargetMinorVersion)
            return;
        notebook.Json["nbformat_minor"] = TargetMinorVersion;
        _ = notebook.Metadata;
        var taken = notebook.Cells.Select(cell => cell.Id).ToHashSet();
        foreach (NotebookCell cell in notebook.Cells)
        {
            if (cell.Id == "")
                cell.Id = NewId(cell, taken);
            _ = cell.Metadata;
            if (cell.Kind == CellKind.Code)
                CompleteResults(cell.Json);
        }
    }

    private static void CompleteResults(JsonObject cell)
    {
        if (cell["outputs"] is not JsonArray)
            cell["outputs"] = new JsonArray();
        cell.TryAdd("execution_count", null);
    }

    // From the text, not the position: a cell that is put in between leaves the other ids as they are.
    private static string NewId(NotebookCell cell, HashSet<string> taken)
    {
        for (int repeat = 0; ; repeat++)
        {
            byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{cell.Kind}\n{repeat}\n{cell.Source}"));
            string id = Convert.ToHexStringLower(digest)[..IdLength];
            if (taken.Add(id))
                return id;
        }
    }
}
