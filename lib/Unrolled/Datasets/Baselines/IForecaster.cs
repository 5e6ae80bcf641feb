namespace Unrolled.Datasets.Baselines;

/// <summary>A method that forecasts the next value of a series from its past.</summary>
public interface IForecaster
{
    /// <summary>The method's usual name.</summary>
    string Name { get; }

    /// <summary>How many past values the method needs.</summary>
    int Order { get; }

    /// <summary>The forecast of the value that follows the past.</summary>
    /// <param name="past">The values known, oldest first; at least <see cref="Order"/> of them.</param>
    double Next(ReadOnlySpan<double> past);
}
