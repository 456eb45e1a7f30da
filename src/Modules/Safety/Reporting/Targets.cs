using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Notes;

namespace Sward.Safety;

/// <summary>What can be reported, and whether this person can see it at all.</summary>
internal sealed class Targets(INoteCards notes, IAccountCards accounts, IProductCards products)
{
    /// <summary>Comments and stores have no cards yet; what is said of them is checked by whoever reads the report.</summary>
    public async Task<Target> FindAsync(string kind, long id, long readerId, CancellationToken ct) => kind switch
    {
        "note" => (await notes.GetAsync([id], readerId, ct)).TryGetValue(id, out var note) ? new Target(IsThere: true, note.AuthorId) : default,
        "account" => new Target((await accounts.GetAsync([id], ct)).ContainsKey(id), id),
        "product" => new Target((await products.GetAsync([id], ct)).ContainsKey(id), OwnerId: null),
        _ => new Target(IsThere: true, OwnerId: null),
    };

    /// <summary>Whether the thing is there for the reader, and whose it is as far as that is known.</summary>
    internal readonly record struct Target(bool IsThere, long? OwnerId);
}
