namespace Sward.Notes;

/// <summary>The fields of a board as a page draws them.</summary>
/// <param name="Done">What the button says.</param>
internal sealed record BoardForm(string Name, BoardVisibility Visibility, string Done);
