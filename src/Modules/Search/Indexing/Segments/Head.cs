using System.Runtime.InteropServices;

namespace Sward.Search;

/// <summary>The segment that is still written: what changed last. Small, because it is kept as plain arrays and only in memory.</summary>
internal sealed class Head<TMarks>() : Segment<TMarks>([], []) where TMarks : unmanaged
{
    private readonly Dictionary<Term, GrowingPostings> terms = [];
    private readonly Dictionary<long, int> ordinals = [];
    private readonly List<(long Id, int TextVersion)> documents = [];

    public override int Ordinals => documents.Count;

    /// <summary>Postings of all terms together, which is what its memory goes by.</summary>
    public int Size { get; private set; }

    public override Postings? this[Term term] => terms.GetValueOrDefault(term);

    public override IEnumerable<(Term Term, Postings Postings)> Terms => terms.OrderBy(t => t.Key.Key).Select(t => (t.Key, (Postings)t.Value));

    public override long IdOf(int ordinal) => documents[ordinal].Id;

    public override int TextVersionOf(int ordinal) => documents[ordinal].TextVersion;

    /// <summary>Adds a text of a document; an older one here or elsewhere is dead already.</summary>
    public void Add(Indexed<TMarks> document, IReadOnlyList<KeyValuePair<Term, byte>> impacts)
    {
        var ordinal = documents.Count;
        documents.Add((document.Id, document.TextVersion));
        ordinals[document.Id] = ordinal;
        Grow(ordinal, document.Marks);
        foreach (var (term, impact) in impacts)
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
            (postings ??= new GrowingPostings()).Append(ordinal, impact);
        }

        Size += impacts.Count;
    }

    protected override int? Locate(long id) => ordinals.TryGetValue(id, out var ordinal) ? ordinal : null;
}
