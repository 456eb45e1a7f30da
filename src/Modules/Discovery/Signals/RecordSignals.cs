using Sward.Contracts.Accounts;

namespace Sward.Discovery.Signals;

/// <summary>Takes what a page noticed since it last spoke. Answers before anything is written.</summary>
internal static class RecordSignals
{
    private const int MostAtOnce = 200;

    /// <summary>A client's clock may be wrong by this much and is believed.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromHours(24);

    private static readonly string[] Types = ["impression", "open", "dwell", "bounce", "play", "finish", "replay", "share", "profile", "search", "click", "undo"];
    private static readonly string[] Kinds = ["note", "account", "topic", "product", "store", "query"];

    /// <summary>One thing that somebody saw or did. Thousands come in a second: a struct leaves less to collect.</summary>
    public readonly record struct Event
    {
        public required string Id { get; init; }

        public string? RequestId { get; init; }

        public required string Type { get; init; }

        public required Target Target { get; init; }

        public int? Slot { get; init; }

        public int? Ms { get; init; }

        public required DateTimeOffset At { get; init; }

        /// <summary>Of an impression what its card said in <c>shown</c>, of a share its channel, of an undo what was undone, of a search its words.</summary>
        public string? Detail { get; init; }

        /// <summary>Checked by hand: attributes on the items of a list are not looked at, and a page sends many.</summary>
        internal bool IsSound =>
            Id.Length >= 8 && IsName(Id) && (RequestId is null || IsName(RequestId)) && Types.Contains(Type, StringComparer.Ordinal)
            && Target.Kind is { } kind && Kinds.Contains(kind, StringComparer.Ordinal) && Slot is null or (>= 0 and <= 10_000) && Ms is null or (>= 0 and <= 86_400_000)
            && (Detail is null || (Detail.Length <= 100 && !Detail.Any(char.IsControl)));

        /// <summary>One signal that the database refuses would take all others of its second with it.</summary>
        private static bool IsName(string text) => text.Length <= 40 && text.All(char.IsAscii) && !text.Any(char.IsControl);
    }

    /// <summary>What it was about.</summary>
    public readonly record struct Target(string Kind, long Id);

    public static void Map(IEndpointRouteBuilder events) => events
        .MapPost("", Handle)
        .WithName("RecordSignals")
        .AllowAnonymous();

    private static Results<Accepted, ProblemHttpResult> Handle(IReadOnlyList<Event> request, SignalBuffer buffer, ICurrentAccount account, TimeProvider clock, HttpContext http)
    {
        if (request.Count > MostAtOnce)
        {
            return Problems.BadRequest("discovery.too-many-signals");
        }

        if (!request.All(sent => sent.IsSound))
        {
            return Problems.BadRequest("discovery.unsound-signal");
        }

        var (now, accountId) = (clock.GetUtcNow(), account.IdOrNull ?? 0);
        var whose = accountId > 0 ? accountId : Prints.VisitorAt(http.Connection.RemoteIpAddress);
        var signals = new Signal[request.Count];
        for (var i = 0; i < signals.Length; i++)
        {
            var sent = request[i];
            var at = (sent.At - now).Duration() < Believed ? sent.At : now;
            signals[i] = new Signal(
                SignalKey.Of(accountId, sent.Id, sent.At), whose, sent.RequestId, sent.Type, sent.Target.Kind, sent.Target.Id, sent.Slot, sent.Ms, at, now, sent.Detail);
        }

        buffer.Add(signals);
        return TypedResults.Accepted((string?)null);
    }
}
