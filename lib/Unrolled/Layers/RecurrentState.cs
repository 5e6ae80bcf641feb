namespace Unrolled.Layers;

/// <summary>
/// What a recurrent layer carries from one step to the next, or the gradient of it. The rows of the first dimension run
/// layer by layer, forwards before backwards, as in torch.nn.
/// </summary>
/// <param name="Hidden">h, [layers · directions, batch, hidden].</param>
/// <param name="Cell">c, in the same shape; null where a layer has none.</param>
public sealed record RecurrentState(Tensor Hidden, Tensor? Cell = null)
{
    /// <summary>A copy that shares nothing, so that a later pass cannot overwrite it.</summary>
    public RecurrentState Copy() => new(Hidden.Copy(), Cell?.Copy());
}
