namespace ClrKernel.Core.Primitives;

/// <summary>ClrKernel's display values, in the shape in which its sources have them.</summary>
public interface IDisplayValue
{
    object? Value { get; }
}
