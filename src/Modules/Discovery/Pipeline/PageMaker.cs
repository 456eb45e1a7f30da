using Sward.Discovery.Authors;

namespace Sward.Discovery.Pipeline;

/// <summary>Fills a page in the order of the score, letting those wait who would crowd it with one author or topic.</summary>
internal sealed class PageMaker
{
    private const int AuthorWindow = 20;
    private const int Window = 10;
    private readonly Breadth breadth;
    private readonly Func<long, AuthorSize> sizeOf;
    private readonly int size;
    private readonly List<Candidate> page;
    private readonly List<Candidate> waiting;
    // A note whose score falls between two pages is met again further down: it stood or waits here already.
    private readonly HashSet<long> known = [];
    private readonly HashSet<uint> shownAhead;
    private readonly Queue<Candidate> reserved = new();
    private Places places;
    private int placesTaken;

    /// <summary>Begins a page with those who waited on the page before.</summary>
    /// <param name="shownAhead">Prints of the notes that were shown before their place in the order came.</param>
    /// <param name="sizeOf">How large an author is to this reader; small when nobody says.</param>
    public PageMaker(Breadth breadth, int size, IEnumerable<Candidate> waited, IReadOnlyList<uint>? shownAhead = null, Func<long, AuthorSize>? sizeOf = null)
    {
        this.sizeOf = sizeOf ?? (_ => AuthorSize.Small);
        this.shownAhead = [.. shownAhead ?? []];
        (this.breadth, this.size, page, waiting) = (breadth, size, new(size), [.. waited.Where(IsNew)]);
        Admit();
    }

    public bool IsFull => page.Count >= size;

    public IReadOnlyList<Candidate> Page => page;

    public IReadOnlyList<Candidate> Waiting => waiting;

    /// <summary>Keeps places for notes out of the order. One that does not fit is not shown on this page.</summary>
    public void Reserve(Places kept, IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            places = kept;
            reserved.Enqueue(candidate);
        }
    }

    /// <summary>Takes the next candidate of the order: shows it, or lets it wait.</summary>
    public void Offer(Candidate candidate)
    {
        if (!IsNew(candidate))
        {
            return;
        }

        if (Fits(candidate.Note))
        {
            page.Add(candidate);
        }
        else if (candidate.IsEarly)
        {
            known.Remove(candidate.Note.Id);
        }
        else
        {
            if (waiting.Count == FeedCursor.MaxWaiting)
            {
                // A rule about breadth may delay a note, never lose it.
                Show(0);
            }

            waiting.Add(candidate);
        }

        Admit();
        TakePlaces();
    }

    /// <summary>Nobody else comes: the rules give way rather than leave the page short.</summary>
    public void FillUp()
    {
        while (!IsFull && waiting.Count > 0)
        {
            Show(0);
        }

        TakePlaces();
    }

    private void TakePlaces()
    {
        while (!IsFull && placesTaken < places.Among(page.Count + 1) && reserved.TryDequeue(out var candidate))
        {
            if (!Fits(candidate.Note))
            {
                continue;
            }

            if (IsNew(candidate))
            {
                page.Add(candidate);
                placesTaken++;
            }
        }
    }

    private bool IsNew(Candidate candidate) => !shownAhead.Contains(FeedCursor.PrintOf(candidate.Note.Id)) && known.Add(candidate.Note.Id);

    private void Admit()
    {
        for (var i = 0; i < waiting.Count && !IsFull; i++)
        {
            if (Fits(waiting[i].Note))
            {
                Show(i);
                i = -1;
            }
        }
    }

    private void Show(int index)
    {
        page.Add(waiting[index]);
        waiting.RemoveAt(index);
    }

    private bool Fits(FeedNote note)
    {
        if (breadth == Breadth.Any)
        {
            return true;
        }

        var byAuthor = 0;
        for (var i = Math.Max(0, page.Count - AuthorWindow + 1); i < page.Count; i++)
        {
            byAuthor += page[i].Note.AuthorId == note.AuthorId ? 1 : 0;
        }

        return byAuthor < breadth.AuthorsInTwenty && FitsBySize(note) && Array.TrueForAll(note.Topics, topic => CountOf(topic) < breadth.TopicsInTen);
    }

    private bool FitsBySize(FeedNote note) => sizeOf(note.AuthorId) switch
    {
        AuthorSize.Small => true,
        AuthorSize.Large => CountFrom(AuthorSize.Large) < breadth.LargeAuthorsInTen,
        _ => CountFrom(AuthorSize.Large) < breadth.LargeAuthorsInTen && CountFrom(AuthorSize.Huge) < breadth.HugeAuthorsInTen,
    };

    private int CountFrom(AuthorSize least)
    {
        var count = 0;
        for (var i = Math.Max(0, page.Count - Window + 1); i < page.Count; i++)
        {
            count += sizeOf(page[i].Note.AuthorId) >= least ? 1 : 0;
        }

        return count;
    }

    private int CountOf(string topic)
    {
        var count = 0;
        for (var i = Math.Max(0, page.Count - Window + 1); i < page.Count; i++)
        {
            count += page[i].Note.Topics.Contains(topic, StringComparer.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
