namespace ClrKernel.Core.Primitives;

public record DisplayObject(object? Value, Type? PreferredDisplayType = null, string? PreferredMimeType = null) : IDisplayValue;
