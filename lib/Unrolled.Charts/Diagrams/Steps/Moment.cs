using Unrolled.Charts.Colours;

namespace Unrolled.Charts.Views.Recordings;

/// <summary>One step of a recording: what the parts of a drawing read their numbers from.</summary>
internal readonly record struct Moment(Recording Recording, int Step)
{
    /// <summary>The element that a part without an element of its own shows: the chosen unit, or the only one.</summary>
    public int ChosenOf(Quantity quantity) => quantity.FollowsUnit ? Recording.Unit - Recording.Units.First : 0;

    public double Value(Quantity quantity, int element) => quantity.Values[Step, element];

    public Rgb Colour(Quantity quantity, int element) => ValueColour.Of(Value(quantity, element), quantity.Reach);
}
