namespace Unrolled.Layers.Teams;

/// <summary>Work that some threads do together, each its share.</summary>
internal interface ITeamWork
{
    /// <param name="member">Who does it.</param>
    void Do(Member member);
}
