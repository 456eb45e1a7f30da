using Sward.Discovery.Learning.Acting;

namespace Sward.Discovery.Portrait;

/// <summary>Topics that somebody keeps going straight back from: for a day there is none of them, unless they turned the topic up.</summary>
internal static class Fatigue
{
    /// <summary>One bounce is an accident and lowers the topic only; three different notes are none.</summary>
    public const int TiringNotes = 3;

    public static readonly TimeSpan Lasting = TimeSpan.FromDays(1);

    /// <summary>The tired topics: bounced off at least <see cref="TiringNotes"/> notes within <see cref="Lasting"/>, and what was done with all notes of the topic weighs less than nothing.</summary>
    /// <param name="find">Notes as feeds know them.</param>
    public static IReadOnlySet<InterestKey> Of(IEnumerable<NoteAction> actions, IReadOnlyDictionary<InterestKey, InterestTurn> wishes, Func<long, FeedNote?> find, DateTimeOffset now)
    {
        var said = new Dictionary<InterestKey, (int Bounced, float Weight)>();
        foreach (var action in actions)
        {
            var isBounce = action.Weight < 0 && now - action.At < Lasting;
            foreach (var key in InterestKey.TopicsOf(find(action.NoteId)))
            {
                var (bounced, weight) = said.GetValueOrDefault(key);
                said[key] = (bounced + (isBounce ? 1 : 0), weight + action.Weight);
            }
        }

        return said.Where(topic => topic.Value is { Bounced: >= TiringNotes, Weight: < 0 } && wishes.GetValueOrDefault(topic.Key) is not InterestTurn.More).Select(topic => topic.Key).ToHashSet();
    }
}
