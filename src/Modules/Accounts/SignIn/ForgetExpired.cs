namespace Sward.Accounts;

/// <summary>Deletes sessions and codes that are good for nothing any more.</summary>
internal sealed class ForgetExpired(AccountsDb db, TimeProvider clock) : IClockJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.Codes.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}
