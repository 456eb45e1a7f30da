using Sward.Discovery.Authors;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Pipeline;

/// <summary>Runs a surface: hydrate, source, filter, score, re-rank, side effects.</summary>
internal sealed class Feed(Hydration hydration, NoteShelves shelves, AuthorSizes authors, StageRunner stages, TimeProvider clock)
{
    /// <summary>A reader who hid nearly everything gets a short page rather than a walk through all there is.</summary>
    private const int MaxRounds = 20;

    private static readonly Comparer<Mark> InOrder = Comparer<Mark>.Create(static (a, b) => a == b ? 0 : a.IsAfter(b) ? 1 : -1);

    public async ValueTask<(FeedContext Context, FeedPage Page)> ReadAsync(Surface surface, FeedAsk ask, CancellationToken ct)
    {
        var context = await hydration.OfAsync(surface, ask, ct);
        var maker = new PageMaker(surface.Breadth.Tuned(context.Treatment.Tuning), ask.Size, Waited(surface, context), ask.Cursor.Ahead, SizeTo(context), ask.Cursor.LastIds.Select(shelves.Find).OfType<FeedNote>());
        var (isNew, isAgain) = (context.Seen is not null, ask.Cursor.IsAgain);
        var (after, more) = await FillAsync(surface, context, maker, ask.Cursor.After, ct);
        if (isNew && !maker.IsFull)
        {
            // Nothing is left that the reader has not seen: the order begins anew with what they have.
            (context, isNew, isAgain) = (context with { Seen = null }, false, true);
            (after, more) = await FillAsync(surface, context, maker, Mark.Start, ct);
        }

        if (!more)
        {
            maker.FillUp();
        }

        var next = more || isNew || maker.Waiting.Count > 0
            ? new FeedCursor(after, [.. maker.Waiting.Select(w => w.Note.Id)]) { Ahead = Ahead(surface, context, maker.Page, isNew ? Mark.Start : after), IsAgain = isAgain, LastIds = [.. maker.Last.Select(note => note.Id)] }.Encode()
            : null;
        var page = new FeedPage(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), maker.Page, next);
        StageCounters.GaveWay(surface.Name, maker.GaveWay);
        Served(surface, context, page);
        return (context, page);
    }

    /// <summary>Somebody huge whom the reader follows may come as often as anybody large.</summary>
    private Func<long, AuthorSize> SizeTo(FeedContext context) => authorId =>
        authors.Of(authorId) is var size && size is AuthorSize.Huge && context.Circle.Following.Contains(authorId) ? AuthorSize.Large : size;

    /// <summary>Those who waited pass the filters again: a block may lie between two pages.</summary>
    private IEnumerable<Candidate> Waited(Surface surface, FeedContext context) =>
        from noteId in context.Ask.Cursor.WaitingIds
        let note = shelves.Find(noteId)
        where note is not null && surface.Filters.All(filter => filter.Keeps(context, note))
        select new Candidate(note, surface.Sources[0], surface.Score.Of(context, note));

    /// <summary>What was shown of the notes whose own place is still to come, and what the pages before showed so. Before an order that may begin anew, all places are.</summary>
    private static uint[] Ahead(Surface surface, FeedContext context, IReadOnlyList<Candidate> page, Mark after)
    {
        var shown = page.Select(candidate => candidate.Note).Where(note => new Mark(surface.Score.Of(context, note), note.Id).IsAfter(after));
        return [.. context.Ask.Cursor.Ahead.Concat(shown.Select(note => FeedCursor.PrintOf(note.Id))).TakeLast(FeedCursor.MaxAhead)];
    }

    /// <summary>Rounds of sources until the page is full. Says how far the order was looked at, and whether it goes on.</summary>
    private async ValueTask<(Mark After, bool More)> FillAsync(Surface surface, FeedContext context, PageMaker maker, Mark after, CancellationToken ct)
    {
        var more = true;
        for (var round = 0; more && !maker.IsFull && round < MaxRounds; round++)
        {
            (after, more) = await GoThroughAsync(surface, context, maker, after, ct);
        }

        return (after, more);
    }

    /// <summary>One round of sources. Says how far the order was looked at, and whether it goes on.</summary>
    private async ValueTask<(Mark After, bool More)> GoThroughAsync(Surface surface, FeedContext context, PageMaker maker, Mark after, CancellationToken ct)
    {
        var round = await stages.HarvestAsync(surface, context, after, context.Ask.Size * 2, ct);
        Filter(surface, context, round.Candidates);
        Filter(surface, context, round.Reserved);
        maker.Reserve(round.Places, round.Reserved);
        foreach (var candidate in round.Candidates.OrderBy(candidate => candidate.Mark, InOrder))
        {
            // Two sources may propose the same note: the one that stands first on the surface says why. Beyond the horizon another source may still have a better one.
            if (!candidate.Mark.IsAfter(after) || candidate.Mark.IsAfter(round.Horizon))
            {
                continue;
            }

            if (maker.IsFull)
            {
                return (after, More: true);
            }

            maker.Offer(candidate);
            after = candidate.Mark;
        }

        return round.IsLast ? (after, More: false) : (maker.IsFull ? after : round.Horizon, More: true);
    }

    private static void Filter(Surface surface, FeedContext context, List<Candidate> candidates)
    {
        foreach (var filter in surface.Filters)
        {
            var dropped = candidates.RemoveAll(candidate => !filter.Keeps(context, candidate.Note));
            if (dropped > 0)
            {
                StageCounters.Dropped(surface.Name, filter.Name, dropped);
            }
        }
    }

    private void Served(Surface surface, FeedContext context, FeedPage page)
    {
        foreach (var source in page.Candidates.CountBy(candidate => candidate.Source.Name))
        {
            StageCounters.Shown(surface.Name, source.Key, source.Value);
        }

        foreach (var effect in surface.SideEffects)
        {
            stages.Happen(effect, surface, context, page);
        }
    }
}
