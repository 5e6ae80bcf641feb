namespace Unrolled.Datasets;

/// <summary>One month of <see cref="Airline"/>.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Passengers">International airline passengers, in thousands.</param>
public sealed record AirlineMonth(DateOnly Month, int Passengers);
