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
    // The last cards of the page before and those of this page: where breadth is counted.
    private readonly List<FeedNote> row;
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
    /// <param name="last">The notes that the page before ended with.</param>
    public PageMaker(
        Breadth breadth, int size, IEnumerable<Candidate> waited, IReadOnlyList<uint>? shownAhead = null, Func<long, AuthorSize>? sizeOf = null, IEnumerable<FeedNote>? last = null)
    {
        row = [.. last ?? []];
        this.sizeOf = sizeOf ?? (_ => AuthorSize.Small);
        this.shownAhead = [.. shownAhead ?? []];
        (this.breadth, this.size, page, waiting) = (breadth, size, new(size), [.. waited.Where(IsNew)]);
        Admit();
    }

    public bool IsFull => page.Count >= size;

    public IReadOnlyList<Candidate> Page => page;

    public IReadOnlyList<Candidate> Waiting => waiting;

    /// <summary>How often more had to wait than may, so that a note came out of turn.</summary>
    public int GaveWay { get; private set; }

    /// <summary>What the next page begins beside, where breadth is counted at all.</summary>
    public IEnumerable<FeedNote> Last => breadth == Breadth.Any ? [] : row.TakeLast(FeedCursor.MaxLast);

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
            Put(candidate);
        }
        else if (candidate.IsEarly)
        {
            known.Remove(candidate.Note.Id);
        }
        else
        {
            waiting.Add(candidate);
            if (waiting.Count > FeedCursor.MaxWaiting)
            {
                // A rule about breadth may delay a note, never lose it; two by one author stand side by side only when all who wait are theirs.
                var other = waiting.FindIndex(one => row.Count == 0 || one.Note.AuthorId != row[^1].AuthorId);
                Show(Math.Max(0, other));
                GaveWay++;
            }
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
                Put(candidate);
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
        Put(waiting[index]);
        waiting.RemoveAt(index);
    }

    private void Put(Candidate candidate)
    {
        page.Add(candidate);
        row.Add(candidate.Note);
    }

    private bool Fits(FeedNote note)
    {
        if (breadth == Breadth.Any)
        {
            return true;
        }

        var byAuthor = 0;
        for (var i = Math.Max(0, row.Count - AuthorWindow + 1); i < row.Count; i++)
        {
            byAuthor += row[i].AuthorId == note.AuthorId ? 1 : 0;
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
        for (var i = Math.Max(0, row.Count - Window + 1); i < row.Count; i++)
        {
            count += sizeOf(row[i].AuthorId) >= least ? 1 : 0;
        }

        return count;
    }

    private int CountOf(string topic)
    {
        var count = 0;
        for (var i = Math.Max(0, row.Count - Window + 1); i < row.Count; i++)
        {
            count += row[i].Topics.Contains(topic, StringComparer.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
