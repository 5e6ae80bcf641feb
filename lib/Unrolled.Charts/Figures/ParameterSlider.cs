using System.Collections.Immutable;
using System.Numerics;

namespace Unrolled;

/// <summary>
/// A drawing that follows one or two parameters: every frame is drawn beforehand, and where scripts run a slider
/// chooses among them, without a kernel. Elsewhere a few of the frames are side by side.
/// <code>
/// ParameterSlider.Over("recurrent weight u", [0, 0.5, 0.9, 1, 1.1], u => new Figure().Line(Decay(u), "h_t"))
/// </code>
/// </summary>
public sealed class ParameterSlider : Drawing
{
    private const int MostFrames = 120;

    private readonly SliderModel model;

    private ParameterSlider(SliderModel model)
    {
        this.model = model;
    }

    /// <summary>
    /// A drawing for each value of a parameter. Figures have common axes, wide enough for all frames, unless a frame
    /// sets its own range; heat maps have common colours.
    /// </summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="name">The parameter, with its unit, such as "recurrent weight u".</param>
    /// <param name="values">Its values, at least two and at most 120, each larger than the one before.</param>
    /// <param name="frame">The drawing at a value, without a caption: a figure, a grid, or a diagram.</param>
    /// <param name="start">The value at which the slider starts; null takes the middle one.</param>
    /// <param name="title">The title; null for none.</param>
    /// <returns>The drawing.</returns>
    /// <exception cref="ArgumentException">
    /// There are fewer values than two or more than 120, or they do not grow, or the start is none of them, or the
    /// frames are of different types.
    /// </exception>
    public static ParameterSlider Over<T>(
        string name, IReadOnlyList<T> values, Func<T, Drawing> frame, T? start = null, string? title = null)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(frame);
        SliderParameter parameter = SliderParameter.Of(name, values, start);
        CheckCount(parameter.Values.Length);
        return new ParameterSlider(SliderModel.Of(title, [parameter], [.. values.Select(frame)]));
    }

    /// <summary>A drawing for each pair of values of two parameters, with two sliders.</summary>
    /// <typeparam name="TFirst">A number.</typeparam>
    /// <typeparam name="TSecond">A number.</typeparam>
    /// <param name="first">The first parameter and its values.</param>
    /// <param name="second">The second parameter and its values; at most 120 pairs.</param>
    /// <param name="frame">The drawing at two values, without a caption.</param>
    /// <param name="start">The values at which the sliders start; null takes the middle ones.</param>
    /// <param name="title">The title; null for none.</param>
    /// <returns>The drawing.</returns>
    /// <exception cref="ArgumentException">As with one parameter, or there are more than 120 pairs.</exception>
    public static ParameterSlider Over<TFirst, TSecond>(
        (string Name, IReadOnlyList<TFirst> Values) first, (string Name, IReadOnlyList<TSecond> Values) second,
        Func<TFirst, TSecond, Drawing> frame, (TFirst First, TSecond Second)? start = null, string? title = null)
        where TFirst : struct, INumber<TFirst> where TSecond : struct, INumber<TSecond>
    {
        ArgumentNullException.ThrowIfNull(frame);
        SliderParameter one = SliderParameter.Of(first.Name, first.Values, start?.First);
        SliderParameter other = SliderParameter.Of(second.Name, second.Values, start?.Second);
        CheckCount(one.Values.Length * other.Values.Length);
        ImmutableArray<Drawing> frames =
            [.. first.Values.SelectMany(_ => second.Values, (a, b) => frame(a, b))];
        return new ParameterSlider(SliderModel.Of(title, [one, other], frames));
    }

    private protected override string Text() => SliderText.Of(model);

    private protected override DrawingParts Drawn()
    {
        var still = new SliderStill(model);
        return new DrawingParts(
            still.Width, still.Height, model.Title ?? model.Named, SliderText.Describe(model), SliderData.Of(model),
            still.Draw, new SliderUpgrade(model));
    }

    private static void CheckCount(int frames)
    {
        if (frames > MostFrames)
            throw new ArgumentException(
                $"The slider would have {frames} frames; at most {MostFrames} are allowed, because each is a whole "
                + "drawing. Take fewer values.");
    }
}
