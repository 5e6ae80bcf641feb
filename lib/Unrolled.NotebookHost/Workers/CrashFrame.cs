using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Workers;

/// <summary>A stack frame as the runtime writes it when it crashes, translated back to C#.</summary>
internal static partial class CrashFrame
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Boolean"] = "bool",
        ["Byte"] = "byte",
        ["Char"] = "char",
        ["Decimal"] = "decimal",
        ["Double"] = "double",
        ["Int16"] = "short",
        ["Int32"] = "int",
        ["Int64"] = "long",
        ["Object"] = "object",
        ["SByte"] = "sbyte",
        ["Single"] = "float",
        ["String"] = "string",
        ["UInt16"] = "ushort",
        ["UInt32"] = "uint",
        ["UInt64"] = "ulong",
        // Code that all reference types share does not know which one it runs for.
        ["__Canon"] = "…",
    };

    /// <summary>The method by the name that the cell gave it, with the types of its parameters.</summary>
    public static string Describe(string frame)
    {
        string text = Arity().Replace(WithoutTypeArguments(frame.Trim()), "");
        text = TopLevel().Replace(text, "the cell's statements");
        text = StateMachine().Replace(text, "$1()");
        text = LocalFunction().Replace(text, "$1");
        text = Lambda().Replace(text, "lambda");
        text = Submission().Replace(text, "");
        text = Parameters().Replace(text, parameters => ShortTypes(parameters.Value), 1);
        return Place().Replace(text, ", line $1");
    }

    // Those of generic types are full assembly names, and may hold others.
    private static string WithoutTypeArguments(string text)
    {
        while (TypeArguments().Replace(text, "") is var shorter && shorter != text)
            text = shorter;
        return text;
    }

    private static string ShortTypes(string parameters) =>
        Word().Replace(Namespace().Replace(parameters, ""), word => Keywords.GetValueOrDefault(word.Value, word.Value));

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"\[\[[^\[\]]*(?:\],\[[^\[\]]*)*\]\]")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"\bSubmission#\d+[.+]<<Initialize>>\w+\.MoveNext\(\)")]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"<(\w+)>d__[\d_]+\.MoveNext\(\)")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"<[^(]*>g__(\w+)\|\d+(?:_\d+)?")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"<[^(]*>b__[\d_]+")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"\bSubmission#\d+[.+](?:<>c[^.]*\.)?")]
    private static partial Regex Submission();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\b(?:\w+\.)+(?=\w)")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@":line (\d+)$")]
    private static partial Regex Place();
}
