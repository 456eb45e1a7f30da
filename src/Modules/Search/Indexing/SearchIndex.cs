namespace Sward.Search;

/// <summary>An inverted index of sealed segments and a head that takes the changes: any number of readers, one writer at a time, merges in the background.</summary>
internal sealed class SearchIndex<TMarks> : ISearchIndex<TMarks>, IDisposable where TMarks : unmanaged
{
    /// <summary>Documents whose terms are held at once while they are added.</summary>
    private const int Batch = 1_000;

    /// <summary>When too few documents hold all words: half of the query's weight, then a fifth, then any of it.</summary>
    private static readonly double[] RelaxedShares = [.5, .2, 0];

    private readonly Tuning tuning;
    private readonly SegmentFolder<TMarks>? folder;
    private readonly int headSize;
    private readonly Sharing sharing;

    /// <summary>Held by whoever changes anything. What readers see is changed under <see cref="doors"/> as well, but only for a moment.</summary>
    private readonly Lock writing = new();
    private readonly ReaderWriterLockSlim doors = new();
    private List<SealedSegment<TMarks>> segments = [];
    private Head<TMarks> head = new();
    private Task merging = Task.CompletedTask;
    private CancellationTokenSource stopMerging = new();
    private volatile bool isMerging;
    private bool hasUnsaved;

    /// <summary>Opens what the folder holds.</summary>
    /// <param name="folder">Where sealed segments are kept; without one they are kept in memory.</param>
    /// <param name="headSize">Postings in the head before it is sealed.</param>
    /// <param name="sharing">When a query is walked by several threads.</param>
    public SearchIndex(Tuning tuning, SegmentFolder<TMarks>? folder = null, int headSize = SearchOptions.DefaultHeadPostings, Sharing? sharing = null)
    {
        (this.tuning, this.folder, this.headSize, this.sharing) = (tuning, folder, headSize, sharing ?? Sharing.Usual);
        if (folder is not null)
        {
            (Version, Mark, var opened) = folder.Open();
            segments = [.. opened];
        }
    }

    public int Count => All.Sum(s => s.Living);

    public long Version { get; private set; }

    public string? Mark { get; private set; }

    public bool IsUnsaved => folder is not null && hasUnsaved;

    private IReadOnlyList<Segment<TMarks>> All => [.. segments, head];

    public int Holders(Term term)
    {
        doors.EnterReadLock();
        try
        {
            return All.Sum(s => s[term]?.Count ?? 0);
        }
        finally
        {
            doors.ExitReadLock();
        }
    }

    public void Put(IReadOnlyList<Indexed<TMarks>> documents)
    {
        foreach (var batch in documents.Chunk(Batch))
        {
            lock (writing)
            {
                PutBatch(batch);
            }
        }
    }

    public void Remove(long id)
    {
        lock (writing)
        {
            if (Locate(id) is var (segment, ordinal))
            {
                Change(() => segment.Kill(ordinal));
            }
        }
    }

    public void Reached(long version)
    {
        lock (writing)
        {
            Version = version;
        }
    }

    public void Save(string mark)
    {
        if (folder is null)
        {
            return;
        }

        lock (writing)
        {
            Seal();
            folder.Save(Version, mark, segments);
            (Mark, hasUnsaved) = (mark, false);
        }
    }

    public void Clear()
    {
        StopMerging();
        stopMerging.Dispose();
        stopMerging = new();
        lock (writing)
        {
            var gone = segments;
            Change(() => (segments, head) = ([], new()));
            gone.ForEach(Drop);
            Version = 0;
            folder?.Save(Version, mark: null, segments);
            (Mark, hasUnsaved) = (null, false);
        }
    }

    public Found Find(Query query, int relaxBelow, int take, Ranking<TMarks> ranking)
    {
        doors.EnterReadLock();
        try
        {
            return query.Alternatives is [] ? FindOne(query, relaxBelow, take, ranking) : FindAny([query, .. query.Alternatives], relaxBelow, take, ranking);
        }
        finally
        {
            doors.ExitReadLock();
        }
    }

    public WeightedQuery Weigh(Query query)
    {
        doors.EnterReadLock();
        try
        {
            return WeighHere(query);
        }
        finally
        {
            doors.ExitReadLock();
        }
    }

    /// <summary>Waits until no segments are left to merge.</summary>
    public async Task SettleAsync()
    {
        while (isMerging)
        {
            await merging;
        }
    }

    public void Dispose()
    {
        StopMerging();
        segments.ForEach(s => s.Bytes.Dispose());
        doors.Dispose();
        stopMerging.Dispose();
    }

    private WeightedQuery WeighHere(Query query) => WeightedQuery.Of(query.Terms.Where(t => t.Use != TokenUse.PartOfRun || tuning.Body.HasSingles), All);

    private Found FindOne(Query query, int relaxBelow, int take, Ranking<TMarks> ranking)
    {
        var weighed = WeighHere(query);
        if (weighed.Finding.Count == 0)
        {
            return Found.Nothing;
        }

        var strict = weighed.HasStrangers ? Found.Nothing : Scan(weighed, weighed.Whole, take, ranking, isRelaxed: false);
        var canRelax = weighed.HasStrangers || weighed.Finding.Count > 1;
        return strict.Count >= relaxBelow || !canRelax ? strict : Relax(weighed, strict, relaxBelow, take, ranking);
    }

    /// <summary>What holds all words of one of the queries; when that is too little, part of the words of one of them.</summary>
    private Found FindAny(IReadOnlyList<Query> queries, int relaxBelow, int take, Ranking<TMarks> ranking)
    {
        Found Together(int below) => Found.Union(queries.Select(query => FindOne(query, below, BestHits<TMarks>.CountedTo, ranking)), take, BestHits<TMarks>.CountedTo);
        return Together(below: 0) is var strict && strict.Count >= relaxBelow ? strict : Together(relaxBelow);
    }

    private Found Relax(WeightedQuery query, Found strict, int enough, int take, Ranking<TMarks> ranking)
    {
        var found = strict;
        foreach (var share in RelaxedShares)
        {
            found = Scan(query, Math.Max(1, (long)Math.Ceiling(query.Whole * share)), take, ranking, isRelaxed: true);
            if (found.Count >= enough)
            {
                break;
            }
        }

        return found.Count > strict.Count ? found : strict;
    }

    private Found Scan(WeightedQuery query, long leastHeld, int take, Ranking<TMarks> ranking, bool isRelaxed)
    {
        var best = new BestHits<TMarks>(ranking, take, query);
        if (!ranking.IsOrdered && query.PostingsFor(leastHeld) >= sharing.FromPostings)
        {
            Parallel.ForEach(Parts(), part => BlockMaxScan<TMarks>.Run(part.Segment, part.Place, query, leastHeld, best, part.First, part.Last));
        }
        else
        {
            foreach (var (place, segment) in All.Index())
            {
                BlockMaxScan<TMarks>.Run(segment, place, query, leastHeld, best);
            }
        }

        return best.Take(isRelaxed);
    }

    /// <summary>All ordinals in stretches for one thread each.</summary>
    private List<(Segment<TMarks> Segment, int Place, int First, int Last)> Parts()
    {
        var parts = new List<(Segment<TMarks>, int, int, int)>();
        foreach (var (place, segment) in All.Index())
        {
            for (var first = 0; first < segment.Ordinals; first += sharing.Ordinals)
            {
                parts.Add((segment, place, first, first + sharing.Ordinals - 1));
            }
        }

        return parts;
    }

    private void PutBatch(Indexed<TMarks>[] documents)
    {
        var withNewText = documents.Where(d => !TryMark(d)).ToList();
        var impacts = new KeyValuePair<Term, byte>[withNewText.Count][];
        Parallel.For(0, withNewText.Count, i => impacts[i] = Impacts.Of(withNewText[i].Text(), tuning));
        foreach (var (i, document) in withNewText.Index())
        {
            var old = Locate(document.Id);
            Change(() =>
            {
                old?.Segment.Kill(old.Value.Ordinal);
                head.Add(document, impacts[i]);
            });
        }

        if (head.Size >= headSize)
        {
            Seal();
        }
    }

    /// <summary>Replaces the marks of a document whose text is known; false when this text is not here.</summary>
    private bool TryMark(Indexed<TMarks> document)
    {
        if (Locate(document.Id) is not var (segment, ordinal) || segment.TextVersionOf(ordinal) != document.TextVersion)
        {
            return false;
        }

        Change(() => segment.Mark(ordinal, document.Marks));
        return true;
    }

    private (Segment<TMarks> Segment, int Ordinal)? Locate(long id)
    {
        foreach (var segment in All.Reverse())
        {
            if (segment.Find(id) is { } ordinal)
            {
                return (segment, ordinal);
            }
        }

        return null;
    }

    /// <summary>The head becomes a sealed segment.</summary>
    private void Seal()
    {
        if (head.Ordinals == 0)
        {
            return;
        }

        var merge = new Merge<TMarks>([head]);
        var written = Write(merge);
        Change(() =>
        {
            segments = [.. segments, merge.Take(written)];
            head = new();
        });
        hasUnsaved = true;
        MergeNext();
    }

    private void MergeNext()
    {
        if (!isMerging && Tiers.Next(segments) is { Count: > 0 } inputs)
        {
            isMerging = true;
            merging = Task.Run(() => MergeInBackground(inputs));
        }
    }

    private void MergeInBackground(IReadOnlyList<SealedSegment<TMarks>> inputs)
    {
        try
        {
            var merge = new Merge<TMarks>(inputs);
            var written = Write(merge);
            lock (writing)
            {
                var output = merge.Take(written);
                Change(() => segments = [output, .. segments.Except(inputs)]);
                foreach (var input in inputs)
                {
                    Drop(input);
                }

                (isMerging, hasUnsaved) = (false, true);
                MergeNext();
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The inputs go on serving; the next sealed segment is the next try.
            folder?.CouldNotMerge(error);
            lock (writing)
            {
                isMerging = false;
            }
        }
    }

    private void StopMerging()
    {
        stopMerging.Cancel();
        while (isMerging)
        {
            merging.GetAwaiter().GetResult();
        }
    }

    private SegmentBytes Write(Merge<TMarks> merge)
    {
        if (folder is not null)
        {
            return folder.Write(stream => merge.Write(stream, stopMerging.Token));
        }

        using var stream = new MemoryStream();
        merge.Write(stream, stopMerging.Token);
        return new SegmentBytes(stream.ToArray());
    }

    /// <summary>Lets go of a segment that is no longer listed; whoever was reading it is done, because the list was changed behind the doors.</summary>
    private void Drop(SealedSegment<TMarks> segment) => folder?.Drop(segment);

    private void Change(Action change)
    {
        doors.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            doors.ExitWriteLock();
        }
    }
}
