namespace Unrolled;

/// <summary>
/// Cuts a series into parts that follow each other in time, so that no model is trained on a future that it is
/// then tested on.
/// </summary>
public static class TimeSplit
{
    /// <summary>The first part for training, the next for validation, all the rest for testing.</summary>
    /// <param name="series">The series, oldest first.</param>
    /// <param name="train">The length of the training part.</param>
    /// <param name="validation">The length of the validation part; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A length is negative, or training or testing gets nothing.
    /// </exception>
    public static TimeSplit<T> ByCount<T>(IReadOnlyList<T> series, int train, int validation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(train);
        ArgumentOutOfRangeException.ThrowIfNegative(validation);
        if (train >= series.Count - validation)
        {
            throw new ArgumentOutOfRangeException(
                nameof(train),
                $"{train} steps for training and {validation} for validation leave none of {series.Count} for "
                + "testing.");
        }

        return new TimeSplit<T>(
            [.. series.Take(train)],
            [.. series.Skip(train).Take(validation)],
            [.. series.Skip(train + validation)]);
    }

    /// <summary>Everything before <paramref name="testFrom"/> for training, all the rest for testing.</summary>
    /// <inheritdoc cref="ByTime{T, TTime}(IReadOnlyList{T}, Func{T, TTime}, TTime, TTime)"/>
    public static TimeSplit<T> ByTime<T, TTime>(IReadOnlyList<T> series, Func<T, TTime> time, TTime testFrom)
        where TTime : IComparable<TTime> =>
        ByTime(series, time, testFrom, testFrom);

    /// <summary>
    /// Everything before <paramref name="validationFrom"/> for training, from there to before
    /// <paramref name="testFrom"/> for validation, all the rest for testing.
    /// </summary>
    /// <param name="series">The series, oldest first.</param>
    /// <param name="time">The time of one step, such as its year.</param>
    /// <param name="validationFrom">The first time that is not for training.</param>
    /// <param name="testFrom">The first time for testing.</param>
    /// <exception cref="ArgumentException">
    /// The times do not rise from step to step, or training or testing gets nothing.
    /// </exception>
    public static TimeSplit<T> ByTime<T, TTime>(
        IReadOnlyList<T> series, Func<T, TTime> time, TTime validationFrom, TTime testFrom)
        where TTime : IComparable<TTime>
    {
        for (int t = 1; t < series.Count; t++)
        {
            if (time(series[t - 1]).CompareTo(time(series[t])) >= 0)
                throw new ArgumentException(
                    $"The series is not in order of time: step {t} is {time(series[t])}, after {time(series[t - 1])}.",
                    nameof(series));
        }

        int train = series.Count(step => time(step).CompareTo(validationFrom) < 0);
        int validation = series.Count(step => time(step).CompareTo(testFrom) < 0) - train;
        return ByCount(series, train, validation);
    }
}

/// <summary>A series in three parts that follow each other in time; see <see cref="TimeSplit"/>.</summary>
/// <param name="Train">The oldest part: models, and everything that is fitted, use this one alone.</param>
/// <param name="Validation">The part by which settings are chosen; it can be empty.</param>
/// <param name="Test">The newest part, used once.</param>
public sealed record TimeSplit<T>(IReadOnlyList<T> Train, IReadOnlyList<T> Validation, IReadOnlyList<T> Test);
