namespace Unrolled.Equations.Learning;

/// <summary>What a window of truncated backpropagation takes over from the one before it.</summary>
public enum WindowState
{
    /// <summary>The state, with its history: the gradient goes back over the boundary, as far as k2 reaches.</summary>
    Carried,

    /// <summary>The state as a plain number: the gradient stops at the boundary, whatever k2 is.</summary>
    Detached,

    /// <summary>Nothing: every window starts from the cell's initial state.</summary>
    Reset,
}
