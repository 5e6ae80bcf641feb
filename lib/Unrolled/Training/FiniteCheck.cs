using System.Globalization;

namespace Unrolled;

/// <summary>Stops a step whose loss or gradient is NaN or infinite, before it reaches a weight.</summary>
internal static class FiniteCheck
{
    internal static void Require(long step, double loss, ParameterList parameters)
    {
        string? gradient = FirstNonFinite(parameters);
        if (!double.IsFinite(loss))
        {
            throw new NonFiniteException(
                $"Step {step}: the loss is {Text(loss)}; {gradient ?? "all gradients are finite"}.");
        }

        if (gradient is not null)
            throw new NonFiniteException($"Step {step}: {gradient}; the loss is {Text(loss)}.");
    }

    private static string? FirstNonFinite(ParameterList parameters)
    {
        foreach (Parameter parameter in parameters)
        {
            int place = Array.FindIndex(parameter.Gradient.Values, g => !float.IsFinite(g));
            if (place >= 0)
            {
                string value = Text(parameter.Gradient.Values[place]);
                return $"the gradient of {parameter} is {value} at {Index(parameter, place)}";
            }
        }

        return null;
    }

    private static string Index(Parameter parameter, int place)
    {
        int columns = parameter.Value.Shape[^1];
        return parameter.Value.Shape.Count == 1 ? $"[{place}]" : $"[{place / columns}, {place % columns}]";
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A loss or gradient became NaN or infinite; the message names the step and the parameter with its layer.
/// </summary>
public sealed class NonFiniteException(string message) : Exception(message);
