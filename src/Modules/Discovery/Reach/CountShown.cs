using Sward.Discovery.Authors;
using Sward.Discovery.Serving;
using Sward.Discovery.Shelves;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;

namespace Sward.Discovery.Reach;

/// <summary>Counts impressions by where and why, and by the size of the author, in the transaction of the roll-up.</summary>
internal sealed class CountShown(DiscoveryDb db, Surfaces surfaces, NoteShelves shelves, AuthorSizes authors)
{
    public async Task FoldAsync(IReadOnlyList<Signal> readings, CancellationToken ct)
    {
        var impressions = readings.Where(reading => reading.Type is "impression").ToList();
        if (impressions.Count == 0)
        {
            return;
        }

        var noteIds = impressions.Select(seen => seen.TargetId).Distinct().ToList();
        var (first, last) = (PersonDay.DayOf(impressions.Min(seen => seen.ReceivedAt)), PersonDay.DayOf(impressions.Max(seen => seen.ReceivedAt)));
        var shown = await db.ShownCounts.Where(c => noteIds.Contains(c.NoteId) && c.Day >= first && c.Day <= last)
            .ToDictionaryAsync(c => (c.NoteId, c.Day, c.Surface, c.Source, c.Slot), ct);
        var days = await db.ReachDays.Where(d => d.Day >= first && d.Day <= last).ToDictionaryAsync(d => (d.Day, d.Band), ct);
        foreach (var seen in impressions)
        {
            var (day, from, slot) = (PersonDay.DayOf(seen.ReceivedAt), Provenance.Read(seen.Detail, surfaces.All), ShownCount.SlotOf(seen.Slot ?? 0));
            if (!shown.TryGetValue((seen.TargetId, day, from.Surface, from.Source, slot), out var count))
            {
                count = new ShownCount { NoteId = seen.TargetId, Day = day, Surface = from.Surface, Source = from.Source, Slot = slot };
                shown[(seen.TargetId, day, from.Surface, from.Source, slot)] = db.ShownCounts.Add(count).Entity;
            }

            count.Impressions++;
            count.ToFollowers += from.ToFollower ? 1 : 0;
            if (from != Provenance.Unknown && !string.Equals(from.Surface, surfaces.Following.Name, StringComparison.Ordinal))
            {
                DayOf(day, FollowerBands.Of(authors.FollowersOf(shelves.Find(seen.TargetId)!.AuthorId))).Impressions++;
            }
        }

        ReachDay DayOf(DateOnly day, FollowerBand band)
        {
            if (!days.TryGetValue((day, band), out var row))
            {
                days[(day, band)] = row = db.ReachDays.Add(new ReachDay { Day = day, Band = band }).Entity;
            }

            return row;
        }
    }
}
