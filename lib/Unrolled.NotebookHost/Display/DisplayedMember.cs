using System.Reflection;

namespace Unrolled.NotebookHost.Display;

/// <summary>A public property or field that is shown.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Read">Reads it from an object; the caller shows an exception of the getter.</param>
internal sealed record DisplayedMember(string Name, Type Type, Func<object, object?> Read)
{
    /// <summary>The members of a type in the order in which they are declared, a base type's first.</summary>
    public static IReadOnlyList<DisplayedMember> Of(Type type)
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        var properties = type.GetProperties(Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Where(property => IsShowable(property.PropertyType))
            .Select(property => (Info: (MemberInfo)property, Member: new DisplayedMember(
                property.Name,
                property.PropertyType,
                owner => property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null))));
        var fields = type.GetFields(Public)
            .Where(field => IsShowable(field.FieldType))
            .Select(
                field => (Info: (MemberInfo)field, Member: new DisplayedMember(
                    field.Name, field.FieldType, field.GetValue)));
        return
        [
            .. properties.Concat(fields)
                .GroupBy(entry => entry.Info.Name)
                .Select(sameName => sameName.MaxBy(entry => DepthOf(entry.Info.DeclaringType)))
                .OrderBy(entry => DepthOf(entry.Info.DeclaringType))
                .ThenBy(entry => entry.Info.MetadataToken)
                .Select(entry => entry.Member),
        ];
    }

    /// <summary>The member's value as one line; an exception of its getter is shown in its place.</summary>
    public string TextOf(object owner, InlineScope scope)
    {
        try
        {
            return InlineText.Of(Read(owner), scope);
        }
        catch (Exception exception)
        {
            return $"({TypeNames.Of(exception.GetType())}: {exception.Message})";
        }
    }

    // A Span cannot be read by reflection.
    private static bool IsShowable(Type type) => !type.IsByRefLike && !type.IsByRef && !type.IsPointer;

    private static int DepthOf(Type? type) => type?.BaseType is { } outer ? DepthOf(outer) + 1 : 0;
}
