using Sward.Contracts.Discovery;

namespace Sward.Discovery.Learning.Acting;

/// <summary>Tells other modules what a reader has seen.</summary>
internal sealed class SeenNotes(DiscoveryDb db) : ISeenNotes
{
    public async Task<IReadOnlySet<long>> AmongAsync(IReadOnlyCollection<long> noteIds, long? readerId, CancellationToken ct) => readerId is { } accountId
        ? await db.Actions.Where(action => action.AccountId == accountId && noteIds.Contains(action.NoteId)).Select(action => action.NoteId).ToHashSetAsync(ct)
        : new HashSet<long>();
}
