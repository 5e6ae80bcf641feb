namespace ClrKernel.Core.Primitives;

/// <summary>ClrKernel's registry: the newest formatter that fits wins.</summary>
public static class DisplayFormatters
{
    private static readonly List<DisplayFormatter> Registered =
        [new(typeof(IDisplayValue), typeof(DisplayHtml), value => new DisplayHtml($"<i>{value.Value}</i>"))];

    public static IEnumerable<DisplayFormatter> Formatters => Registered.ToArray();

    public static DisplayFormatter Register(Type inputType, Type outputType, Func<IDisplayValue, IDisplayValue> format)
    {
        var formatter = new DisplayFormatter(inputType, outputType, format);
        Registered.Add(formatter);
        return formatter;
    }

    public static DisplayFormatter Register<TIn, TOut>(Func<TIn, TOut> format)
        where TIn : IDisplayValue
        where TOut : IDisplayValue => Register(typeof(TIn), typeof(TOut), value => format((TIn)value));

    public static DisplayHtml ToHtml(IDisplayValue value) =>
        (DisplayHtml)Registered.Last(
            formatter => formatter.InputType.IsInstanceOfType(value)
                && formatter.OutputType == typeof(DisplayHtml)).Format(value);
}

public record DisplayFormatter(Type InputType, Type OutputType, Func<IDisplayValue, IDisplayValue> Format);

/// <summary>ClrKernel's display values, in the shape in which its sources have them.</summary>
public interface IDisplayValue
{
    object? Value { get; }
}

public record DisplayObject(
    object? Value, Type? PreferredDisplayType = null, string? PreferredMimeType = null) : IDisplayValue;

public record DisplayHtml(string Html) : IDisplayValue
{
    public object? Value => Html;
}
