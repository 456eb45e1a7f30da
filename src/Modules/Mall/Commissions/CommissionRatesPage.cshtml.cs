using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Mall.Desk;

namespace Sward.Mall.Commissions;

/// <summary>The rates of commission, the newest first, and how to add one.</summary>
[Authorize(Policies.Operator)]
internal sealed class CommissionRatesPage(FeeTable fees, AddCommissionRate add, ICurrentAccount account, TimeZoneInfo zone, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<CommissionRate> Rates { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Rates = await fees.AllAsync(ct);

    public async Task<IActionResult> OnPostAsync(
        CommissionKind kind, RateScope scope, string? subject, string? percent, string? currency, string? fixedAmount, string? floor, string? cap, DateOnly? from, DateOnly? until, CancellationToken ct)
    {
        try
        {
            var code = string.IsNullOrWhiteSpace(currency) ? null : currency.Trim().ToUpperInvariant();
            long? MinorOf(string? typed) => TypedMoney.MinorOrNull(typed, code ?? MallOptions.DefaultCurrency);
            await add.AddAsync(account.Id, new AddCommissionRate.Request(
                kind, scope, subject?.Trim() ?? "", BasisPointsOf(percent), code, MinorOf(fixedAmount), MinorOf(floor), MinorOf(cap), StartOf(from), StartOf(until)).Checked(), ct);
            return LocalRedirect("/operator/commissions");
        }
        catch (Refusal refusal)
        {
            Response.StatusCode = refusal.Status;
            Problem = texts.Of(refusal);
            await OnGetAsync(ct);
            return Page();
        }
    }

    private static int BasisPointsOf(string? percent) => decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100
        ? (int)(value * 100)
        : throw new Refusal("mall.commission-rate-invalid", StatusCodes.Status422UnprocessableEntity);

    /// <summary>Where a day begins in the site's zone.</summary>
    private DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), zone), TimeSpan.Zero) : null;
}
