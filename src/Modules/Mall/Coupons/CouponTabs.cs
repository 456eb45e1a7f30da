using Microsoft.Extensions.Localization;
using Sward.Ui;

namespace Sward.Mall.Coupons;

/// <summary>The pages about one's coupons.</summary>
internal static class CouponTabs
{
    private static readonly (string Url, string Text)[] Pages = [("/coupons", "mall.coupons.mine"), ("/coupons/centre", "mall.coupons.to-take"), ("/coupons/past", "mall.coupons.past")];

    public static Tabs Of(string url, IStringLocalizer texts) =>
        new(texts["mall.coupons.pages"], [.. Pages.Select(page => new Tab(texts[page.Text], page.Url, string.Equals(page.Url, url, StringComparison.Ordinal)))]);
}

/// <summary>Where the code of a coupon is typed.</summary>
/// <param name="Url">Where the form posts to.</param>
/// <param name="Problem">Why the last one brought nothing.</param>
internal sealed record CouponCodeForm(string Url, string? Problem);
