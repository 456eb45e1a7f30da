using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Discovery.Signals;

/// <summary>Takes what a page noticed since it last spoke. Answers before anything is written.</summary>
internal static class RecordSignals
{
    private const int MostAtOnce = 200;

    /// <summary>A client's clock may be wrong by this much and is believed.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromHours(24);

    /// <summary>One thing that somebody saw or did.</summary>
    public sealed record Event
    {
        [Required, StringLength(40, MinimumLength = 8)]
        public required string Id { get; init; }

        [StringLength(40)]
        public string? RequestId { get; init; }

        [Required, AllowedValues("impression", "open", "dwell", "bounce", "play", "share", "click", "undo")]
        public required string Type { get; init; }

        [Required]
        public required Target Target { get; init; }

        [Range(0, 10_000)]
        public int? Slot { get; init; }

        [Range(0, 86_400_000)]
        public int? Ms { get; init; }

        public required DateTimeOffset At { get; init; }
    }

    /// <summary>What it was about.</summary>
    public sealed record Target
    {
        [Required, AllowedValues("note", "account", "topic", "product", "store")]
        public required string Kind { get; init; }

        public required long Id { get; init; }
    }

    public static void Map(IEndpointRouteBuilder events) => events
        .MapPost("", Handle)
        .WithName("RecordSignals")
        .AllowAnonymous();

    private static Results<Accepted, ProblemHttpResult> Handle(IReadOnlyList<Event> request, SignalBuffer buffer, ICurrentAccount account, TimeProvider clock)
    {
        if (request.Count > MostAtOnce)
        {
            return Problems.BadRequest("discovery.too-many-signals");
        }

        var now = clock.GetUtcNow();
        foreach (var sent in request)
        {
            var at = (sent.At - now).Duration() < Believed ? sent.At : now;
            buffer.Add(new Signal(account.IdOrNull ?? 0, sent.Id, sent.RequestId, sent.Type, sent.Target.Kind, sent.Target.Id, sent.Slot, sent.Ms, at, now));
        }

        return TypedResults.Accepted((string?)null);
    }
}
