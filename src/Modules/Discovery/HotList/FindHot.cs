using System.Globalization;
using Sward.Discovery.Learning.Acting;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.HotList;

/// <summary>Computes the hot list from what people did with notes in the last days. One node does it; all of them load it.</summary>
internal sealed class FindHot(DiscoveryDb db, NoteShelves shelves, HotNow hot, TimeProvider clock) : IClockJob
{
    public const int MostOfAKind = 30;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waves = await ReadAsync(now, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HotEntries.ExecuteDeleteAsync(ct);
        db.HotEntries.AddRange(Enum.GetValues<HotKind>().SelectMany(kind => Ranked(kind, waves, now)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await hot.RunAsync(ct);
    }

    /// <summary>Who acted on what: by day, the last one is 0.</summary>
    private async Task<Dictionary<(HotKind Kind, string Target), List<long>[]>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var since = now - ((HeatWave.UsualDays + 1) * Day);
        var waves = new Dictionary<(HotKind Kind, string Target), List<long>[]>();
        var actions = db.Actions.AsNoTracking().Where(a => a.At > since).Where(NoteAction.HasReaction).Select(a => new { a.AccountId, a.NoteId, a.At });
        await foreach (var action in actions.AsAsyncEnumerable().WithCancellation(ct))
        {
            // An author does not make their own note hot.
            if (shelves.Find(action.NoteId) is { IsPublic: true } note && note.AuthorId != action.AccountId)
            {
                var day = Math.Clamp((int)((now - action.At) / Day), 0, HeatWave.UsualDays);
                Add((HotKind.Note, note.Id.ToString(CultureInfo.InvariantCulture)), day, action.AccountId);
                foreach (var topic in note.Topics)
                {
                    Add((HotKind.Topic, topic), day, action.AccountId);
                }
            }
        }

        return waves;

        void Add((HotKind Kind, string Target) what, int day, long accountId)
        {
            if (!waves.TryGetValue(what, out var days))
            {
                waves[what] = days = [.. Enumerable.Range(0, HeatWave.UsualDays + 1).Select(_ => new List<long>())];
            }

            days[day].Add(accountId);
        }
    }

    private static IEnumerable<HotEntry> Ranked(HotKind kind, Dictionary<(HotKind Kind, string Target), List<long>[]> waves, DateTimeOffset now) => waves
        .Where(wave => wave.Key.Kind == kind)
        .Select(wave => (wave.Key.Target, People: HeatWave.People(wave.Value[0], now), Usual: wave.Value.Skip(1).Average(day => HeatWave.People(day, now))))
        .Select(wave => (wave.Target, wave.People, Burst: HeatWave.Burst(wave.People, wave.Usual)))
        .Where(wave => wave is { People: >= HeatWave.FewestPeople, Burst: >= HeatWave.LeastBurst })
        .OrderByDescending(wave => wave.Burst).ThenBy(wave => wave.Target, StringComparer.Ordinal)
        .Take(MostOfAKind)
        .Select((wave, index) => new HotEntry { Kind = kind, Place = index + 1, Target = wave.Target, Burst = wave.Burst, People = wave.People, At = now });
}
