using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Where notebooks show the same numbers as when they were saved, to the last bit: where the platform has the same
/// mathematical functions, and the processor rounds a product and a sum once.
/// </summary>
internal static class SavedBits
{
    /// <summary>Why the last digits may be others on this machine; null where they are the same.</summary>
    public static string? WhyOthers =>
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64
            ? "saved outputs come from Linux x64, whose mathematical functions differ from this platform's"
            : !Fma.IsSupported
                ? "this processor has no fused multiply-add (AVX2), or it is switched off: layers round twice, and "
                    + "train several times slower"
                : null;
}
