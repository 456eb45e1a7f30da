using Sward.Contracts.Accounts;

namespace Sward.Discovery.Inspecting;

/// <summary>Who looked at something through whose eyes.</summary>
internal sealed record PastLook(DateTimeOffset At, string Operator, string Reader);

/// <summary>The looks through somebody's eyes at a note or product.</summary>
internal sealed class Looks(DiscoveryDb db, IAccountCards accounts, Ids ids, TimeProvider clock)
{
    private const int Shown = 10;

    public async Task WriteAsync(long operatorId, long readerId, long subjectId, CancellationToken ct)
    {
        db.LookUps.Add(new LookUp { Id = ids.Next(), OperatorId = operatorId, ReaderId = readerId, SubjectId = subjectId, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The last ten, newest first.</summary>
    public async Task<IReadOnlyList<PastLook>> OfAsync(long subjectId, CancellationToken ct)
    {
        var looks = await db.LookUps.AsNoTracking().Where(l => l.SubjectId == subjectId).OrderByDescending(l => l.Id).Take(Shown).ToListAsync(ct);
        var cards = await accounts.GetAsync([.. looks.SelectMany(look => (long[])[look.OperatorId, look.ReaderId]).Distinct()], ct);
        return [.. looks.Select(look => new PastLook(look.At, cards.GetValueOrDefault(look.OperatorId)?.Nickname ?? "–", cards.GetValueOrDefault(look.ReaderId)?.Handle ?? "–"))];
    }
}
