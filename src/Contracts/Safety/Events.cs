namespace Sward.Contracts.Safety;

/// <summary>Somebody reported something; it is hidden from the reporter at once. <paramref name="TargetKind"/>: note, comment, account, product, store.</summary>
public sealed record ContentReported(long ReportId, long ReporterId, string TargetKind, long TargetId, string Reason, DateTimeOffset At) : IEvent
{
    public static string Name => "safety.content-reported.v1";
}
