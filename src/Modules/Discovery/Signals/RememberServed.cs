using System.Globalization;
using System.Text;
using Sward.Discovery.Pipeline;

namespace Sward.Discovery.Signals;

/// <summary>Keeps what was served, with the provenance of each card: what "why this?" rests on and what a ranker learns from.</summary>
internal sealed class RememberServed(SignalBuffer buffer, TimeProvider clock) : ISideEffect
{
    public string Name => "remember-served";

    public void Happen(Surface surface, FeedContext context, FeedPage page)
    {
        if (page.Candidates.Count > 0)
        {
            var text = Describe(surface.Name, page.Candidates.Select(card => (card.Note.Id, card.Origin, card.Score)));
            context.Treatment.Write(text);
            Add(page.RequestId, context, text);
        }
    }

    /// <summary>Keeps a list of people or goods in the same way, and says what signals name it by. No experiment changes such a list, so it names no arms.</summary>
    public string Remember(string list, FeedContext context, IReadOnlyList<(long Id, string Source, long Score)> cards)
    {
        var requestId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        if (cards.Count > 0)
        {
            Add(requestId, context, Describe(list, cards));
        }

        return requestId;
    }

    private void Add(string requestId, FeedContext context, StringBuilder text)
    {
        var now = clock.GetUtcNow();
        buffer.Add(new Signal(
            SignalKey.Of(accountId: 0, requestId, now), context.Ask.ReaderId ?? 0, requestId, "served", "surface", TargetId: 0, Slot: null, Milliseconds: null, now, now, text.ToString()));
    }

    /// <summary><c>discover 123:hot:4567 124:hot:4566</c>: the surface, then note, account or product, source and score of each card in order; behind it come the arms of experiments.</summary>
    private static StringBuilder Describe(string surface, IEnumerable<(long Id, string Source, long Score)> cards)
    {
        var text = new StringBuilder(surface);
        foreach (var (id, source, score) in cards)
        {
            text.Append(CultureInfo.InvariantCulture, $" {id}:{source}:{score}");
        }

        return text;
    }
}
