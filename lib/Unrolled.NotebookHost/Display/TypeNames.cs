namespace Unrolled.NotebookHost.Display;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
    };

    /// <summary>A type's name: <c>List&lt;int&gt;</c>, <c>double[,]</c>, <c>int?</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="qualified">Whether the type itself, not its arguments, is named with its namespace.</param>
    public static string Of(Type type, bool qualified = false)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsArray)
            return ArrayName(type);
        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!);
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        if (IsAnonymous(type))
            return "(anonymous)";
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            && !type.IsGenericTypeDefinition)
            return $"({string.Join(", ", type.GetGenericArguments().Select(argument => Of(argument)))})";
        return qualified && type.Namespace is { } space && type.DeclaringType is null
            ? $"{space}.{NestedName(type)}"
            : NestedName(type);
    }

    /// <summary>Whether the compiler made the type for <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) => type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static string ArrayName(Type type)
    {
        // int[][,] reads outside in: its element type's brackets come last.
        Type element = type;
        string brackets = "";
        while (element.IsArray)
        {
            brackets += $"[{new string(',', element.GetArrayRank() - 1)}]";
            element = element.GetElementType()!;
        }

        return Of(element) + brackets;
    }

    private static string NestedName(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        Stack<Type> path = new();
        for (Type? outer = type;
            outer is not null && !SubmissionNames.IsSubmissionClass(outer);
            outer = outer.DeclaringType)
            path.Push(outer);
        int used = 0;
        return string.Join('.', path.Select(part => Own(part, arguments, ref used)));
    }

    // A nested type repeats the arguments of the types around it.
    private static string Own(Type type, Type[] arguments, ref int used)
    {
        int tick = type.Name.IndexOf('`');
        if (tick < 0)
            return type.Name;
        int all = type.GetGenericArguments().Length;
        string own = string.Join(", ", arguments[used..all].Select(argument => Of(argument)));
        used = all;
        return $"{type.Name[..tick]}<{own}>";
    }
}
