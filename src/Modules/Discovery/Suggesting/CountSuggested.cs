using Sward.Discovery.Goods;
using Sward.Discovery.People;
using Sward.Discovery.Reach;
using Sward.Discovery.Signals;
using Sward.Discovery.Signals.RollUp;

namespace Sward.Discovery.Suggesting;

/// <summary>Counts where suggested people and goods were seen and chosen, for operators, and by whom, for experiments; in the transaction of the roll-up.</summary>
internal sealed class CountSuggested(DiscoveryDb db, PeopleList people, GoodsLists goods)
{
    private readonly SuggestionList[] lists = [people.Stages, goods.ForYou, goods.Related, goods.UnderNote];

    /// <summary>Only what our lists could have said is believed.</summary>
    public async Task FoldAsync(IEnumerable<Signal> signals, CancellationToken ct)
    {
        var seen = (
            from signal in signals
            where signal is { TargetKind: "account" or "product", Type: "impression" or "click" }
            let list = Array.Find(lists, list => list.Says(signal.Detail))
            where list is not null
            select (Signal: signal, List: list.Name, Source: signal.Detail![(list.Name.Length + 1)..])).ToList();
        if (seen.Count == 0)
        {
            return;
        }

        var (first, last) = (PersonDay.DayOf(seen.Min(one => one.Signal.ReceivedAt)), PersonDay.DayOf(seen.Max(one => one.Signal.ReceivedAt)));
        await db.SuggestedCounts.Where(c => c.Day >= first && c.Day <= last).LoadAsync(ct);
        var accountIds = seen.Select(one => one.Signal.AccountId).Where(id => id > 0).Distinct().ToList();
        await db.PersonDays.Where(d => accountIds.Contains(d.AccountId) && d.Day >= first && d.Day <= last).LoadAsync(ct);
        foreach (var (signal, list, source) in seen)
        {
            var (day, isClick) = (PersonDay.DayOf(signal.ReceivedAt), signal.Type is "click");
            // What is there is in memory by now; only a new row asks once.
            var count = await db.SuggestedCounts.FindAsync([day, list, source, ShownCount.SlotOf(signal.Slot ?? 0)], ct)
                ?? db.SuggestedCounts.Add(new SuggestedCount { Day = day, List = list, Source = source, Slot = ShownCount.SlotOf(signal.Slot ?? 0) }).Entity;
            (count.Impressions, count.Clicks) = (count.Impressions + (isClick ? 0 : 1), count.Clicks + (isClick ? 1 : 0));
            if (signal.AccountId > 0)
            {
                var person = await db.PersonDays.FindAsync([signal.AccountId, day], ct) ?? db.PersonDays.Add(new PersonDay { AccountId = signal.AccountId, Day = day }).Entity;
                (person.Suggested, person.SuggestedChosen) = (person.Suggested + (isClick ? 0 : 1), person.SuggestedChosen + (isClick ? 1 : 0));
            }
        }
    }
}
