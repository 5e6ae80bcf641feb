using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace Unrolled;

/// <summary>Holds MathNet to its managed provider on one thread, so that equal inputs give equal bits.</summary>
internal static class SingleThreadedMathNet
{
#pragma warning disable CA2255 // The setting must hold before the first matrix is multiplied anywhere.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Choose()
    {
        Control.UseManaged();
        Control.UseSingleThread();
    }
}
