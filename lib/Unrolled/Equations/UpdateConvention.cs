namespace Unrolled.Equations;

/// <summary>What an update gate of 1 means in a <see cref="Gru"/>.</summary>
public enum UpdateConvention
{
    /// <summary>h(t) = z ⊙ h(t−1) + (1 − z) ⊙ n: z keeps the old state. Cho 2014; torch.</summary>
    KeepsOldState,

    /// <summary>h(t) = (1 − z) ⊙ h(t−1) + z ⊙ n: z takes the candidate. Chung 2014.</summary>
    TakesCandidate,
}
