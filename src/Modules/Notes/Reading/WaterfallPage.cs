namespace Sward.Notes;

/// <summary>What all waterfalls of notes have in common.</summary>
internal static class WaterfallPage
{
    /// <summary>Cards that fill a screen and the next.</summary>
    public const int Size = 24;
}
