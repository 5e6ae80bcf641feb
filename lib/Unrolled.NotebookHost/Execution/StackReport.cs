using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Cells;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// A stack in the notebook's own terms: the cells and the libraries they use. Of the framework only the methods that
/// these called are kept, the host and the compiler's own methods not at all, and files are named without their folder,
/// because notebooks travel.
/// </summary>
internal static partial class StackReport
{
    /// <summary>The frames, the innermost first.</summary>
    public static IReadOnlyList<StackLine> Of(Exception exception)
    {
        StackFrame[] frames = [.. new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsShown)];
        List<StackLine> lines = [];
        for (int i = 0; i < frames.Length; i++)
        {
            bool calledByUser = i + 1 < frames.Length && IsUserCode(frames[i + 1]);
            if (IsUserCode(frames[i]) || calledByUser)
                lines.Add(Describe(frames[i]));
        }

        // A browser knows no lines, and so nothing of a cell's top-level code.
        return [.. lines.Where(line => line.Text.Length > 0)];
    }

    private static bool IsShown(StackFrame frame)
    {
        if (frame.GetMethod() is not { DeclaringType: { } type } method || IsHost(type.Assembly))
            return false;
        bool hidden = method.IsDefined(typeof(StackTraceHiddenAttribute), false)
            || type.IsDefined(typeof(StackTraceHiddenAttribute), false);
        return !hidden
            && !(SubmissionNames.IsSubmission(type.Assembly) && method.Name is "<Factory>" or "<Initialize>");
    }

    private static bool IsHost(Assembly assembly) =>
        assembly == typeof(StackReport).Assembly || assembly == typeof(CellFunctions).Assembly;

    private static bool IsUserCode(StackFrame frame) =>
        frame.GetMethod()!.DeclaringType!.Assembly is var assembly
        && !FrameworkReferences.Contains(assembly.GetName().Name ?? "");

    private static StackLine Describe(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        bool inCell = SubmissionNames.IsSubmission(method.DeclaringType!.Assembly);
        string? file = frame.GetFileName();
        int? line = frame.GetFileLineNumber() is > 0 and var number ? number : null;
        string? place = file is null ? null : inCell ? file : Path.GetFileName(file);
        string name = NameOf(method);
        string where = place is null ? "" : line is null ? place : $"{place}, line {line}";
        string text = name == "" ? where : where == "" ? name : $"{name} in {where}";
        return new StackLine(text, inCell ? file : null, line);
    }

    // Empty for a cell's top-level code, whose place is enough.
    private static string NameOf(MethodBase method)
    {
        Type type = method.DeclaringType!;
        string name = method.Name;
        string parameters = string.Join(", ", method.GetParameters().Select(Describe));
        if (typeof(IAsyncStateMachine).IsAssignableFrom(type) || IteratorName().IsMatch(type.Name))
        {
            name = type.Name;
            type = type.DeclaringType!;
            parameters = "";
        }

        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
            type = outer;
        name = SourceName(name);
        if (name == "")
            return "";
        string typeName = SubmissionNames.Strip(TypeNames.Of(type, qualified: true));
        return $"{(typeName == "" ? "" : typeName + ".")}{name}({parameters})";
    }

    // <Name>d__1 is an async or iterator method, <Outer>g__Name|1_0 a local function, <Outer>b__1_0 a lambda.
    private static string SourceName(string name)
    {
        if (name is ".ctor" or ".cctor")
            return name[1..];
        if (LocalFunctionName().Match(name) is { Success: true } local)
            return local.Groups[1].Value;
        if (LambdaName().IsMatch(name))
            return "lambda";
        if (!name.StartsWith('<'))
            return name;
        string inner = name[1..name.LastIndexOf('>')];
        return inner.StartsWith('<') ? "" : inner;
    }

    private static string Describe(ParameterInfo parameter) =>
        $"{TypeNames.Of(parameter.ParameterType)} {parameter.Name}";

    [GeneratedRegex("^<.+>d__")]
    private static partial Regex IteratorName();

    [GeneratedRegex(@"^<.*>g__(.+?)\|")]
    private static partial Regex LocalFunctionName();

    [GeneratedRegex("^<.*>b__")]
    private static partial Regex LambdaName();
}

/// <summary>One frame of a stack.</summary>
/// <param name="Text">The method and its place.</param>
/// <param name="SourceName">The cell or imported file of the frame; null for libraries.</param>
/// <param name="Line">The 1-based line there, where it is known.</param>
internal sealed record StackLine(string Text, string? SourceName, int? Line);
