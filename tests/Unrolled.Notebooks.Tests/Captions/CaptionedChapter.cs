using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Captions;

/// <summary>
/// The captions of a chapter's figures, <c>.Caption("2.3", "One sentence.")</c>, as its cells have them.
/// </summary>
internal sealed class CaptionedChapter(Notebook notebook, string name)
{
    private static readonly CSharpParseOptions Script =
        CSharpParseOptions.Default.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Script);

    private readonly string chapter = int.Parse(
        Path.GetFileName(name).Split('-')[0], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    /// <summary>What is wrong with its captions; empty for a chapter whose figures are all numbered in order.</summary>
    public IEnumerable<string> Problems()
    {
        int number = 0;
        foreach (NotebookCell cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            ArgumentSyntax[][] captions = [.. CaptionsIn(cell.Source)];
            foreach (ArgumentSyntax[] caption in captions)
            {
                string expected = $"{chapter}.{++number}";
                string? written = TextOf(caption.ElementAtOrDefault(0)), says = TextOf(caption.ElementAtOrDefault(1));
                if (written != expected)
                    yield return $"{name}: cell {cell.Id}: expected .Caption(\"{expected}\", …), found "
                        + (written is null ? "a number that is no literal" : $"\"{written}\"");
                if (says is not null && !(says.EndsWith('.') || says.EndsWith('?')))
                    yield return $"{name}: cell {cell.Id}: the caption {expected} is no sentence: \"{says}\"";
            }
            int figures = cell.Outputs.Count(
                output => output is System.Text.Json.Nodes.JsonObject shown
                    && (FigureMark.OfSaved(shown) ?? FigureMark.OfLive(shown)) is not null);
            if (figures != captions.Length)
                yield return $"{name}: cell {cell.Id}: it shows {figures} figures and has {captions.Length} captions";
        }
    }

    private static IEnumerable<ArgumentSyntax[]> CaptionsIn(string source) =>
        CSharpSyntaxTree.ParseText(source, Script).GetRoot().DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Caption" }
                && call.ArgumentList.Arguments.Count == 2)
            .OrderBy(call => call.ArgumentList.SpanStart)
            .Select(call => call.ArgumentList.Arguments.ToArray());

    private static string? TextOf(ArgumentSyntax? argument) =>
        (argument?.Expression as LiteralExpressionSyntax)?.Token.Value as string;
}
