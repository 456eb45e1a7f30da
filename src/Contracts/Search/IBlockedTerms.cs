namespace Sward.Contracts.Search;

/// <summary>Knows which terms operators let nobody be led to.</summary>
public interface IBlockedTerms
{
    /// <summary>Whether a text holds one: then it is neither suggested nor hot. From memory.</summary>
    bool AreIn(string text);
}
