namespace Unrolled.Tests.Forecasting;

public sealed class AirlineModelTests
{
    private static readonly double[] Passengers = [.. Airline.Load().Select(month => (double)month.Passengers)];

    [Fact]
    public void The_shares_of_the_airline_passengers_are_those_of_conditional_least_squares_elsewhere()
    {
        // R: arima(log(AirPassengers), order = c(0, 1, 1), seasonal = c(0, 1, 1), method = "CSS") gives ma1 -0.3772,
        // sma1 -0.5724; its help page prints them.
        AirlineModel model = AirlineModel.Fit(Passengers, 12);

        Assert.Equal(.3772, model.Theta, 4);
        Assert.Equal(.5724, model.SeasonalTheta, 4);
        Assert.Equal("airline model (12)", model.Name);
    }

    [Fact]
    public void Without_shares_it_is_seasonal_times_growth()
    {
        double[] plain = OneStepForecasts.Of(new SeasonalGrowth(12), Passengers, 96);
        double[] model = OneStepForecasts.Of(new AirlineModel(12, 0, 0), Passengers, 96);

        Assert.All(plain.Zip(model), pair => Assert.Equal(pair.First, pair.Second, 9));
    }

    [Fact]
    public void Errors_are_taken_back_as_worked_by_hand()
    {
        // s = 1: ln x̂ₜ = 2 ln xₜ₋₁ − ln xₜ₋₂ − (θ + Θ) eₜ₋₁ + θΘ eₜ₋₂, in logarithms 0, 1, 3, 4:
        // e₂ = 3 − 2 = 1; e₃ = 4 − (5 − .8) = −.2; next 5 + .8 · .2 + .15 · 1 = 5.31.
        double[] past = [1, Math.Exp(1), Math.Exp(3), Math.Exp(4)];

        Assert.Equal(5.31, Math.Log(new AirlineModel(1, .3, .5).Next(past)), 12);
    }

    [Fact]
    public void Wrong_seasons_shares_and_values_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AirlineModel(0, 0, 0));
        Assert.StartsWith(
            "theta is 1; expected above −1 and below 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new AirlineModel(12, 1, 0)).Message);
        Assert.StartsWith(
            "A season of 12 needs at least 36 values, found 35.",
            Assert.Throws<ArgumentOutOfRangeException>(() => AirlineModel.Fit(Passengers[..35], 12)).Message);
        Assert.StartsWith(
            "train[1] is 0; expected a positive finite number.",
            Assert.Throws<ArgumentException>(() => AirlineModel.Fit([1, 0, 1], 1)).Message);
        Assert.Throws<ArgumentException>(() => new AirlineModel(12, 0, 0).Next(Passengers.AsSpan(0, 12)));
    }
}
