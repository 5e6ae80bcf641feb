using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>
/// The code cells of a chapter that given code needs: those that import, and those that declare or change a name which
/// the code, or a cell that it needs, mentions. What a method changes in its arguments is not seen: every night whole
/// chapters run before the answers.
/// </summary>
internal sealed class CellSlice
{
    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    private readonly HashSet<string> ids = [];

    /// <param name="cells">The chapter's code cells.</param>
    /// <param name="code">The code that is to run after them.</param>
    public CellSlice(IReadOnlyList<NotebookCell> cells, IEnumerable<string> code)
    {
        Dictionary<NotebookCell, Names> names = cells.ToDictionary(cell => cell, cell => new Names(cell.Source));
        HashSet<string> wanted = [.. code.SelectMany(source => new Names(source).Mentioned)];
        Queue<NotebookCell> needed = new(cells.Where(cell => cell.Source.StartsWith('#')));
        do
        {
            while (needed.TryDequeue(out NotebookCell? cell))
                if (ids.Add(cell.Id))
                    wanted.UnionWith(names[cell].Mentioned);
            foreach (NotebookCell cell in cells.Where(
                cell => !ids.Contains(cell.Id) && names[cell].Made.Overlaps(wanted)))
                needed.Enqueue(cell);
        }
        while (needed.Count > 0);
    }

    /// <summary>Whether the code needs a cell.</summary>
    public bool Holds(NotebookCell cell) => ids.Contains(cell.Id);

    private sealed class Names
    {
        private readonly HashSet<string> own = [];

        public Names(string source)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(source, Script).GetRoot();
            foreach (SyntaxNode node in root.DescendantNodes())
                Add(node);
            Mentioned.ExceptWith(own);
            Changed.ExceptWith(own);
            Made.UnionWith(Changed);
        }

        // What later cells see: declared at the top, or an earlier cell's and changed here.
        public HashSet<string> Made { get; } = [];

        // What is another cell's, or the library's.
        public HashSet<string> Mentioned { get; } = [];

        // Assigned to, or the object of a call whose value nobody takes, and so made for what it changes.
        private HashSet<string> Changed { get; } = [];

        private void Add(SyntaxNode node)
        {
            _ = node switch
            {
                SimpleNameSyntax name when !IsMember(name) => Mentioned.Add(name.Identifier.Text),
                VariableDeclaratorSyntax variable => Declare(variable.Identifier, node),
                SingleVariableDesignationSyntax variable => Declare(variable.Identifier, node),
                MethodDeclarationSyntax method => Declare(method.Identifier, node),
                BaseTypeDeclarationSyntax type => Declare(type.Identifier, node),
                ParameterSyntax parameter => own.Add(parameter.Identifier.Text),
                ForEachStatementSyntax loop => own.Add(loop.Identifier.Text),
                AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment =>
                    Change(assignment.Left),
                PostfixUnaryExpressionSyntax change => Change(change.Operand),
                PrefixUnaryExpressionSyntax change => Change(change.Operand),
                ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => Change(call.Expression),
                _ => false,
            };
        }

        private bool Declare(SyntaxToken name, SyntaxNode declaration) =>
            own.Add(name.Text) & (IsSeenBelow(declaration) && Made.Add(name.Text));

        // The name of a member, of an argument, or of a tuple's element is no variable's.
        private static bool IsMember(SimpleNameSyntax name) =>
            name.Parent is NameColonSyntax || (name.Parent is MemberAccessExpressionSyntax member && member.Name == name);

        // Not inside a body, a loop or a type: those names end there.
        private static bool IsSeenBelow(SyntaxNode declaration) => declaration.Ancestors().All(
            outer => outer is not (AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax
                or BaseTypeDeclarationSyntax or BlockSyntax or CommonForEachStatementSyntax or ForStatementSyntax
                or SwitchExpressionArmSyntax));

        private bool Change(ExpressionSyntax changed) => changed switch
        {
            IdentifierNameSyntax name => Changed.Add(name.Identifier.Text),
            MemberAccessExpressionSyntax member => Change(member.Expression),
            ElementAccessExpressionSyntax element => Change(element.Expression),
            InvocationExpressionSyntax call => Change(call.Expression),
            _ => false,
        };
    }
}
