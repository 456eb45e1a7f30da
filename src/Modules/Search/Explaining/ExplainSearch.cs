using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;
using Sward.Ui;

namespace Sward.Search;

/// <summary>Explains to operators what a query finds for a reader among notes, goods or people, and how each of the first was scored.</summary>
internal sealed class ExplainSearch(
    Understand understand, FindNotes findNotes, FindProducts findProducts, FindPeople findPeople, ISearchIndex<NoteMarks> notes, ISearchIndex<ProductMarks> products,
    ISearchIndex<PersonMarks> people, RuleBook rules, SearchDb db, ICircles circles, TimeProvider clock, IOptions<SearchOptions> options, IStringLocalizer texts)
{
    private const int Shown = 20;

    public async Task<Explanation> RunAsync(ExplainedKind kind, string text, long? readerId, CancellationToken ct)
    {
        var understood = await understand.RunAsync(text, exact: false, readerId, ct);
        var (query, circle) = (understood.Query, await circles.OfAsync(readerId, ct));
        return kind switch
        {
            ExplainedKind.Mall => await ExplainAsync<ProductDocument, ProductMarks>(
                understood, products, Tuning.Products, await findProducts.RankAsync(new ProductSearch(query), readerId, ct), rules.Pinned(query, PinKind.Product), MovesOf, ct),
            ExplainedKind.People => await ExplainAsync<PersonDocument, PersonMarks>(
                understood, people, Tuning.People, findPeople.Rank(query, readerId, circle), pinned: [], person => MovesOf(person, circle), ct),
            _ => await ExplainAsync<NoteDocument, NoteMarks>(
                understood, notes, Tuning.Notes, await findNotes.RankAsync(new NoteSearch(query), readerId, ct), rules.Pinned(query, PinKind.Note), note => MovesOf(note, query, circle), ct),
        };
    }

    private Moves MovesOf(NoteDocument note, Query query, Circle circle)
    {
        var marks = note.ToMarks();
        var isFollowed = circle.Following.Contains(note.AuthorId);
        var told = texts["search.desk.marks", note.LikeCount, note.CollectCount, note.CommentCount, texts[$"search.desk.audience.{note.Audience}"].Value];
        return new(
            note.Title, $"/notes/{note.Id}", told, Ranks.Liking(marks), new Freshness(clock.GetUtcNow(), options.Value).Of(marks), isFollowed,
            Closeness.Raises(query, $"{note.Title} {note.Body}"));
    }

    private Moves MovesOf(ProductDocument product) => new(
        product.Name, $"/products/{product.Id}", texts["search.desk.marks.product", product.SoldCount, product.Maker, product.Origin], Ranks.Liking(product.SoldCount), Freshness: 0, IsFollowed: false, Phrase: 1);

    private Moves MovesOf(PersonDocument person, Circle circle) => new(
        person.Nickname, $"/u/{person.Handle}", texts["search.followers", Format.Count(person.FollowerCount)], Ranks.Liking(person.FollowerCount), Freshness: 0, circle.Following.Contains(person.Id), Phrase: 1);

    private async Task<Explanation> ExplainAsync<TDocument, TMarks>(
        Understood understood, ISearchIndex<TMarks> index, Tuning tuning, Found found, IReadOnlyList<long> pinned, Func<TDocument, Moves> moves, CancellationToken ct)
        where TDocument : Document<TMarks>
        where TMarks : unmanaged
    {
        var query = understood.Query;
        var scorer = new ScoredText<TMarks>(index, tuning);
        var hits = found.Hits.Take(Shown).ToList();
        var ids = hits.Select(hit => hit.Id).ToList();
        var documents = await db.Set<TDocument>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        ExplainedHit Explain(Hit hit, TDocument document)
        {
            var (terms, relevance) = query.Alternatives.Prepend(query).Select(q => scorer.Score(q, document.ToFields())).MaxBy(score => score.Relevance);
            return new(hit.Id, terms, relevance, moves(document), hit.Rank / Ranks.Unit);
        }

        return new(
            understood,
            scorer.TermsOf(query),
            [.. query.Alternatives.Select(q => q.Key)],
            pinned,
            found.Count,
            found.IsRelaxed,
            [.. from hit in hits where documents.ContainsKey(hit.Id) select Explain(hit, documents[hit.Id])]);
    }
}
