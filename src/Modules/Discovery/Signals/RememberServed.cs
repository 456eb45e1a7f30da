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
        if (page.Candidates.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        buffer.Add(new Signal(
            SignalKey.Of(accountId: 0, page.RequestId, now), context.Ask.ReaderId ?? 0, page.RequestId, "served", "surface", TargetId: 0, Slot: null, Milliseconds: null, now, now,
            Describe(surface, context, page)));
    }

    /// <summary><c>discover 123:hot:4567 124:hot:4566</c>: the surface, then note, source and score of each card in order, then the arms of experiments.</summary>
    private static string Describe(Surface surface, FeedContext context, FeedPage page)
    {
        var text = new StringBuilder(surface.Name, surface.Name.Length + (page.Candidates.Count * 40));
        foreach (var card in page.Candidates)
        {
            text.Append(CultureInfo.InvariantCulture, $" {card.Note.Id}:{card.Origin}:{card.Score}");
        }

        context.Treatment.Write(text);
        return text.ToString();
    }
}
