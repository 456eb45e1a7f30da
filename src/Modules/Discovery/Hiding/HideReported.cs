using System.Globalization;
using Sward.Contracts.Safety;

namespace Sward.Discovery.Hiding;

/// <summary>What somebody reported leaves their feeds.</summary>
internal sealed class HideReported(HideFromFeeds hide) : IHandle<ContentReported>
{
    public Task HandleAsync(ContentReported fact, CancellationToken ct)
    {
        var target = fact.TargetId.ToString(CultureInfo.InvariantCulture);
        return fact.TargetKind switch
        {
            "note" => hide.AddAsync(fact.ReporterId, HideKind.Note, target, ct, isReport: true),
            "account" => hide.AddAsync(fact.ReporterId, HideKind.Author, target, ct, isReport: true),
            _ => Task.CompletedTask,
        };
    }
}
