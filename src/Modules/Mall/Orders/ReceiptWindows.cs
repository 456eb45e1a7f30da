using Microsoft.Extensions.Options;
using Sward.Mall.AfterSales;

namespace Sward.Mall.Orders;

/// <summary>
/// The windows that open with receipt. They are counted from the day after it (mall.md 6; Consumer Rights Law of China, article 25) and end with their last day in the site's zone: whoever receives on a Monday may
/// return until the midnight after the next Monday.
/// </summary>
internal sealed class ReceiptWindows(IOptions<MallOptions> options, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>Until when goods may be brought up for this cause.</summary>
    public DateTimeOffset EndOf(AfterSaleCause cause, DateTimeOffset receivedAt) => EndOf(cause.IsFault() ? options.Value.DefectDays : options.Value.AfterSaleDays, receivedAt);

    /// <summary>Until when they may be reviewed.</summary>
    public DateTimeOffset EndOfReviews(DateTimeOffset receivedAt) => EndOf(options.Value.ReviewDays, receivedAt);

    /// <summary>When the order is over and its money is shared out, unless a request is open: the later of the days of settlement and the end of the window for returns without a reason.</summary>
    public DateTimeOffset ClosingOf(DateTimeOffset receivedAt)
    {
        var (settled, returned) = (receivedAt.AddDays(options.Value.SettleAfterDays), EndOf(AfterSaleCause.NoReason, receivedAt));
        return settled > returned ? settled : returned;
    }

    /// <summary>For queries: <see cref="ClosingOf"/> what was received before this is over.</summary>
    public DateTimeOffset ClosedIfBefore()
    {
        var now = clock.GetUtcNow();
        // A moment more, because settlement includes its last.
        var (settled, returned) = (now.AddDays(-options.Value.SettleAfterDays).AddMicroseconds(1), OverIfBefore(options.Value.AfterSaleDays));
        return settled < returned ? settled : returned;
    }

    /// <summary>For queries: what was received before this can no longer be reviewed.</summary>
    public DateTimeOffset UnreviewableIfBefore() => OverIfBefore(options.Value.ReviewDays);

    private DateTimeOffset EndOf(int days, DateTimeOffset receivedAt) => MidnightOf(DayOf(receivedAt).AddDays(days + 1));

    private DateTimeOffset OverIfBefore(int days) => MidnightOf(DayOf(clock.GetUtcNow()).AddDays(-days));

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private DateTimeOffset MidnightOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
