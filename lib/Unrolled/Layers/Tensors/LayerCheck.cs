namespace Unrolled;

/// <summary>Refuses what does not fit, by name, with what it is and what it should be.</summary>
internal static class LayerCheck
{
    private static readonly int MostUnits = (int)Math.Sqrt(Array.MaxLength);

    internal static int RequirePositive(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected at least 1.");

    /// <summary>A gate's recurrent matrix has units² numbers, and an array can hold no more than its limit.</summary>
    internal static int RequireUnits(int value, string name) =>
        RequirePositive(value, name) <= MostUnits
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value,
                $"{name} is {value}; expected at most {MostUnits}, since {name}² numbers must fit into an array.");

    internal static TEnum RequireDefined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"{name} is {value}; expected one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    internal static float RequireRate(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"{name} is {value}; expected at least 0 and less than 1.");

    internal static void RequireSequences(Tensor x, int inputSize, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Shape.Count != 3 || x.Shape[2] != inputSize || x.Count == 0)
        {
            throw new ArgumentException(
                $"{name} has shape {Tensor.Format([.. x.Shape])}; expected [time, batch, {inputSize}] with at least "
                + "one step and one sequence.",
                name);
        }
    }

    /// <summary>A backward pass needs the parameters of its forward pass.</summary>
    internal static void RequireUnchanged(int version, ParameterList parameters)
    {
        if (parameters.Version != version)
        {
            throw new InvalidOperationException(
                "The parameters have changed since this forward pass; expected a new one before the backward pass.");
        }
    }

    internal static void RequireLengths(IReadOnlyList<int>? lengths, int time, int batch)
    {
        if (lengths is null)
            return;
        if (lengths.Count != batch)
            throw new ArgumentException(
                $"lengths has {lengths.Count} numbers; expected {batch}, one for each sequence.", nameof(lengths));
        for (int b = 0; b < batch; b++)
        {
            if (lengths[b] < 1 || lengths[b] > time)
                throw new ArgumentException(
                    $"lengths[{b}] is {lengths[b]}; expected 1 to {time}, the steps of x.", nameof(lengths));
        }
    }
}
