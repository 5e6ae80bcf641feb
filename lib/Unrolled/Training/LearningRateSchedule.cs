namespace Unrolled;

/// <summary>Learning rates as functions of the step, counted from 0.</summary>
public static class LearningRateSchedule
{
    /// <summary>The same rate at every step.</summary>
    public static Func<long, double> Constant(double rate) => _ => rate;

    /// <summary>A rate that is multiplied by a factor each time a number of steps has passed.</summary>
    /// <param name="rate">The rate at first.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="every">The number of steps between two changes.</param>
    public static Func<long, double> Stepwise(double rate, double factor, int every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        return step => rate * Math.Pow(factor, step / every);
    }

    /// <summary>
    /// Half a cosine from one rate to another, which then stays (Loshchilov and Hutter 2017, without restarts).
    /// </summary>
    /// <param name="rate">The rate at first.</param>
    /// <param name="last">The rate at the end.</param>
    /// <param name="steps">The number of steps between the two.</param>
    public static Func<long, double> Cosine(double rate, double last, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return step => last + (rate - last) * (1 + Math.Cos(Math.PI * Math.Min(step, steps) / steps)) / 2;
    }

    /// <summary>Another schedule whose rate grows in the first n steps by the shares 1/n, 2/n … 1.</summary>
    /// <param name="steps">The number n of steps of the rise.</param>
    /// <param name="then">The other schedule.</param>
    public static Func<long, double> WarmUp(int steps, Func<long, double> then)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentNullException.ThrowIfNull(then);
        return step => then(step) * Math.Min(1, (step + 1.0) / steps);
    }
}
