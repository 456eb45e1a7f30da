namespace Sward.Search;

/// <summary>An inverted index in memory: any number of readers, one writer at a time.</summary>
internal sealed class SearchIndex<TMarks>(Tuning tuning) : ISearchIndex<TMarks>, IDisposable where TMarks : struct
{
    /// <summary>When too few documents hold all words: half of the query's weight, then a fifth, then any of it.</summary>
    private static readonly float[] RelaxedShares = [.5f, .2f, 0];

    private readonly ReaderWriterLockSlim doors = new();
    private Segment<TMarks> segment = new();

    public int Count => segment.Count;

    public void Put(IReadOnlyList<Indexed<TMarks>> documents)
    {
        var withNewText = documents.Where(d => !Write(s => s.TryMark(EntryOf(d)))).ToList();
        var impacts = new KeyValuePair<Term, byte>[withNewText.Count][];
        Parallel.For(0, withNewText.Count, i => impacts[i] = Impacts.Of(withNewText[i].Text(), tuning));
        foreach (var (i, document) in withNewText.Index())
        {
            Write(s => s.Put(EntryOf(document), impacts[i]));
        }

        DropDead();
    }

    public void Remove(long id)
    {
        Write(s => s.Remove(id));
        DropDead();
    }

    public Found Find(Query query, int relaxBelow, int take, Rank<TMarks> rank)
    {
        doors.EnterReadLock();
        try
        {
            var terms = Weigh(query);
            if (!terms.Exists(t => t.Finds))
            {
                return Found.Nothing;
            }

            var found = Pick(Matching.All(terms), rank, take, isRelaxed: false);
            return found.Count >= relaxBelow || terms.Count(t => t.Finds) == 1 ? found : Relax(terms, found, relaxBelow, take, rank);
        }
        finally
        {
            doors.ExitReadLock();
        }
    }

    private Found Relax(List<WeightedTerm> terms, Found strict, int enough, int take, Rank<TMarks> rank)
    {
        // Half of the words are half of an answer: what holds all of them keeps coming first.
        var any = Matching.Any(terms, segment.Ordinals).ConvertAll(m => m with { Relevance = m.Relevance * m.Share });
        var found = strict;
        foreach (var share in RelaxedShares)
        {
            found = Pick(any.FindAll(m => m.Share >= share), rank, take, isRelaxed: true);
            if (found.Count >= enough)
            {
                break;
            }
        }

        return found.Count > strict.Count ? found : strict;
    }

    private List<WeightedTerm> Weigh(Query query) => [.. query.Terms
        .Where(t => t.Use != TokenUse.PartOfRun || tuning.Body.HasSingles)
        .Select(t =>
        {
            var postings = segment[t.Term];
            var weight = MathF.Log(1 + ((segment.Ordinals - postings.Count + .5f) / (postings.Count + .5f)));
            return new WeightedTerm(postings, weight, t.Use == TokenUse.Finds);
        })];

    private Found Pick(List<Match> matches, Rank<TMarks> rank, int take, bool isRelaxed)
    {
        var best = new PriorityQueue<Hit, Hit>(Hit.BestLast);
        var count = 0;
        foreach (var match in matches)
        {
            var entry = segment[match.Ordinal];
            if (segment.IsDead(match.Ordinal) || rank(match.Relevance, entry.Marks) is not { } place)
            {
                continue;
            }

            count++;
            var hit = new Hit(entry.Id, place);
            if (best.Count < take)
            {
                best.Enqueue(hit, hit);
            }
            else
            {
                best.EnqueueDequeue(hit, hit);
            }
        }

        var hits = new Hit[best.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = best.Dequeue();
        }

        return new Found(hits, count, isRelaxed);
    }

    /// <summary>Copies the living into a new segment once a quarter is dead. Readers go on in the old one meanwhile: only the writer, who is here, could change it.</summary>
    private void DropDead()
    {
        if (segment.Ordinals - segment.Count <= 1_000 + (segment.Count / 4))
        {
            return;
        }

        var living = segment.WithoutDead();
        Write(_ => segment = living);
    }

    private static Segment<TMarks>.Entry EntryOf(Indexed<TMarks> document) => new(document.Id, document.TextVersion, document.Marks);

    private void Write(Action<Segment<TMarks>> change) => Write(s =>
    {
        change(s);
        return true;
    });

    private bool Write(Func<Segment<TMarks>, bool> change)
    {
        doors.EnterWriteLock();
        try
        {
            return change(segment);
        }
        finally
        {
            doors.ExitWriteLock();
        }
    }

    public void Dispose() => doors.Dispose();
}
