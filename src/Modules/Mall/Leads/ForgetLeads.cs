using Microsoft.Extensions.Options;

namespace Sward.Mall.Leads;

/// <summary>Deletes questions whose time is over: nobody needs a stranger's phone number for ever.</summary>
internal sealed class ForgetLeads(MallDb db, IOptions<MallOptions> options, TimeProvider clock) : IClockJob
{
    public Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.LeadDays);
        return db.Leads.Where(l => l.AskedAt <= before).ExecuteDeleteAsync(ct);
    }
}
