namespace Unrolled.Layers;

/// <summary>Where the reset gate of a <see cref="Gru"/> stands.</summary>
public enum ResetPlacement
{
    /// <summary>U_n (r ⊙ h): the state is reset, then multiplied. Cho 2014 in arXiv's third version; Chung 2014.</summary>
    BeforeProduct,

    /// <summary>r ⊙ (U_n h + b_hn): the product is reset. Cho 2014 in arXiv's first version; torch.nn.GRU.</summary>
    AfterProduct,
}
