using Sward.Ui;

namespace Sward.Notes;

/// <summary>The place of a collected note that is gone, or closed to the reader.</summary>
internal sealed record Gap(long NoteId, string Title, bool CanRemove) : ITile
{
    public string Partial => "/Notes/Collecting/_Gap.cshtml";
}
