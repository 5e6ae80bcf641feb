using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Unrolled;

/// <summary>A parameter with the values that it can take, and the index of the one at the start.</summary>
internal sealed record SliderParameter(string Name, ImmutableArray<double> Values, int Start)
{
    /// <summary>A checked parameter.</summary>
    public static SliderParameter Of<T>(string name, IReadOnlyList<T> values, T? start) where T : struct, INumber<T>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(values);
        double[] numbers = [.. values.Select(double.CreateChecked)];
        if (numbers.Length < 2)
            throw new ArgumentException(
                $"The parameter \"{name}\" has {numbers.Length} values; a slider needs two at least.", nameof(values));
        for (int i = 0; i < numbers.Length; i++)
            if (!double.IsFinite(numbers[i]) || (i > 0 && !(numbers[i] > numbers[i - 1])))
                throw new ArgumentException(
                    $"The parameter \"{name}\" has the value {Short(numbers[i])} at place {i}; "
                    + "the values must be finite, and each larger than the one before.",
                    nameof(values));
        int at = start is { } value ? Array.IndexOf(numbers, double.CreateChecked(value)) : (numbers.Length - 1) / 2;
        return at >= 0
            ? new SliderParameter(SafeText.Clean(name), [.. numbers], at)
            : throw new ArgumentException(
                $"The parameter \"{name}\" cannot start at {Short(double.CreateChecked(start!.Value))}; "
                + $"it has the values {string.Join(", ", numbers.Select(Short))}.",
                nameof(start));
    }

    /// <summary>The value as text.</summary>
    public string Written(int index) => Short(Values[index]);

    /// <summary>"k₁ = 5".</summary>
    public string At(int index) => $"{Name} = {Written(index)}";

    private static string Short(double value) => NumberText.Short(value, 6);
}

/// <summary>
/// The content of a slider: one or two parameters, and a drawing for each value or pair; the last parameter changes
/// fastest.
/// </summary>
internal sealed record SliderModel(
    string? Title, ImmutableArray<SliderParameter> Parameters, ImmutableArray<Drawing> Frames)
{
    public string Named => "A drawing over " + string.Join(" and ", Parameters.Select(parameter => parameter.Name));

    /// <summary>The frame at the start.</summary>
    public int Start => Parameters.Length == 1
        ? Parameters[0].Start
        : Parameters[0].Start * Parameters[1].Values.Length + Parameters[1].Start;

    /// <summary>
    /// The frames that a still picture has: of one parameter the first, the one at the start and the last; of two the
    /// one at the start.
    /// </summary>
    public ImmutableArray<int> Shown =>
        Parameters.Length == 1 ? [.. new[] { 0, Start, Frames.Length - 1 }.Distinct()] : [Start];

    public static SliderModel Of(
        string? title, ImmutableArray<SliderParameter> parameters, ImmutableArray<Drawing> frames)
    {
        for (int i = 0; i < frames.Length; i++)
        {
            if (frames[i] is null or ParameterSlider)
                throw new ArgumentException(
                    $"Frame {i} of the slider is {(frames[i] is null ? "null" : "a slider itself")}; "
                    + "expected a figure, a grid of figures or a diagram.");
            if (frames[i].GetType() != frames[0].GetType())
                throw new ArgumentException(
                    $"Frame {i} of the slider is a {frames[i].GetType().Name}, the first one a "
                    + $"{frames[0].GetType().Name}; all frames must be of one type.");
            if (frames[i].Numbered is { } caption)
                throw new ArgumentException(
                    $"Frame {i} of the slider has the caption of figure {caption.Number}; "
                    + "the caption belongs to the slider as a whole.");
        }

        return new SliderModel(title, parameters, frames);
    }

    /// <summary>The values of a frame, such as "k₁ = 5, k₂ = 10".</summary>
    public string Heading(int frame)
    {
        if (Parameters.Length == 1)
            return Parameters[0].At(frame);
        (int first, int second) = Math.DivRem(frame, Parameters[1].Values.Length);
        return $"{Parameters[0].At(first)}, {Parameters[1].At(second)}";
    }

    /// <summary>All values of the parameters in a sentence.</summary>
    public string Range => string.Join("; ", Parameters.Select(parameter => parameter.Values.Length <= 12
        ? $"{parameter.Name} = {string.Join(", ", parameter.Values.Select((_, index) => parameter.Written(index)))}"
        : string.Create(CultureInfo.InvariantCulture, $"{parameter.Values.Length} values of {parameter.Name} from ")
            + $"{parameter.Written(0)} to {parameter.Written(parameter.Values.Length - 1)}"));
}
