namespace ClrKernel.Core.Primitives;

public record DisplayHtml(string Html) : IDisplayValue
{
    public object? Value => Html;
}
