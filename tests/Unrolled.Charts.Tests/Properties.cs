using FsCheck;

namespace Unrolled.Charts.Tests;

/// <summary>Checks properties with the same inputs every time.</summary>
internal static class Properties
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20_260_101UL, 7UL);

    public static void Hold(Property property) => Check.One(Seeded, property);
}
