namespace Sward.Discovery.Signals;

/// <summary>The table of a day, the same on both databases but for its types.</summary>
internal static class SignalColumns
{
    public const string Names = "account_id, id, request_id, type, target_kind, target_id, slot, milliseconds, at, received_at, detail";

    /// <summary>Microseconds since 1970, the form in which both stores keep times.</summary>
    public static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
