using Sward.Discovery.Learning.Acting;

namespace Sward.Discovery.Portrait;

/// <summary>Says whom to ask what they like: who did nothing yet, has not been asked, and may be known.</summary>
internal sealed class InviteTheNew(PersonalisationOfPeople people, DiscoveryDb db)
{
    public async Task<bool> IsDueAsync(long? accountId, CancellationToken ct) =>
        accountId is { } id && await people.OfAsync(id, ct) is { IsOn: true, WasAsked: false } && !await db.Actions.Where(NoteAction.HasReaction).AnyAsync(a => a.AccountId == id, ct);
}
