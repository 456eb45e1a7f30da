using Microsoft.Extensions.Options;

namespace Sward.Mall.Coupons;

/// <summary>Counts who tries which codes there are, right or wrong and wherever the answer would show it: nobody finds one by trying.</summary>
internal sealed class CodeTries(RateCounts rates, IOptions<MallOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>One more try.</summary>
    /// <param name="client">Where it came from, see <see cref="ClientAddresses"/>.</param>
    /// <exception cref="Refusal">It was one too many.</exception>
    public async Task CountAsync(long accountId, string client, CancellationToken ct)
    {
        await CountAsync(accountId, ct);
        await rates.CountAsync($"coupon code of {client}", options.Value.CodeTriesPerClient, Window, ct, "mall.coupon-code-tries");
    }

    public Task CountAsync(long accountId, CancellationToken ct) =>
        rates.CountAsync($"coupon code {accountId}", options.Value.CodeTriesPerPerson, Window, ct, "mall.coupon-code-tries");
}
