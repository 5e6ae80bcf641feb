namespace ClrKernel.Core.Primitives;

public record DisplayFormatter(Type InputType, Type OutputType, Func<IDisplayValue, IDisplayValue> Format);
