using Microsoft.AspNetCore.Authorization;
using Sward.Mall.Desk;

namespace Sward.Mall.Payments;

/// <summary>Money that needs a person: refunds that no provider sends, and news of payments that nobody knows.</summary>
[Authorize(Policies.Operator)]
internal sealed class RefundsPage(MallDb db, RetryRefund retry) : PageModel
{
    private const int Shown = 100;

    public sealed record Row(Refund Refund, string Provider);

    public IReadOnlyList<Row> Failed { get; private set; } = [];

    public IReadOnlyList<StrayNotice> Strays { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Failed = await (
            from refund in db.Refunds.AsNoTracking()
            join payment in db.Payments on refund.PaymentId equals payment.Id
            where refund.FailedAt != null && refund.SentAt == null
            orderby refund.Id
            select new Row(refund, payment.Provider)).Take(Shown).ToListAsync(ct);
        Strays = await db.StrayNotices.AsNoTracking().OrderByDescending(notice => notice.At).Take(Shown).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostRetryAsync(long refundId, CancellationToken ct)
    {
        await retry.RetryAsync(refundId, ct);
        return LocalRedirect("/operator/refunds");
    }
}
