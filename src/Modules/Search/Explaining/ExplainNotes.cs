using Microsoft.Extensions.Options;
using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>A term of a query: how it stands there, what it is for, how much it weighs (the "idf" of BM25) and how many notes hold it.</summary>
internal sealed record ExplainedTerm(string Text, TokenUse Use, double Weight, int Holders);

/// <summary>A term in a note: its fields, its impact there (0 to 1), and what it adds to the sum.</summary>
internal sealed record TermInNote(string Text, IReadOnlyList<Field> Fields, double Impact, double Adds);

/// <summary>Why a note stands where it does: rank is relevance × (1 + .5 liking + .3 freshness + .2 if followed) × phrase.</summary>
internal sealed record ExplainedNote(
    long Id, string Title, IReadOnlyList<TermInNote> Terms, float Relevance, NoteMarks Marks, double Liking, double Freshness, bool IsFollowed, double Phrase, double Rank);

/// <summary>What became of a query.</summary>
/// <param name="Count">Notes found in all.</param>
internal sealed record NoteExplanation(
    Understood Understood, IReadOnlyList<ExplainedTerm> Terms, IReadOnlyList<string> Alternatives, IReadOnlyList<long> Pinned, int Count, bool IsRelaxed, IReadOnlyList<ExplainedNote> Notes);

/// <summary>Explains to operators what a query finds for a reader, and how each of the first notes was scored.</summary>
internal sealed class ExplainNotes(
    Understand understand, FindNotes find, ISearchIndex<NoteMarks> index, RuleBook rules, SearchDb db, ICircles circles, TimeProvider clock, IOptions<SearchOptions> options)
{
    private const int NotesShown = 20;

    public async Task<NoteExplanation> RunAsync(string text, long? readerId, CancellationToken ct)
    {
        var understood = await understand.RunAsync(text, exact: false, readerId, ct);
        var query = understood.Query;
        var found = await find.RankAsync(new NoteSearch(query), readerId, ct);
        var hits = found.Hits.Take(NotesShown).ToList();
        var ids = hits.Select(hit => hit.Id).ToList();
        var documents = await db.Notes.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var circle = await circles.OfAsync(readerId, ct);
        return new(
            understood,
            TermsOf(query),
            [.. query.Alternatives.Select(q => q.Key)],
            rules.Pinned(query, PinKind.Note),
            found.Count,
            found.IsRelaxed,
            [.. from hit in hits where documents.ContainsKey(hit.Id) select Explain(hit, documents[hit.Id], query, circle)]);
    }

    private IReadOnlyList<ExplainedTerm> TermsOf(Query query)
    {
        var weighed = index.Weigh(query);
        var known = weighed.Finding.Concat(weighed.Sharpening).ToDictionary(t => t.Term);
        return
        [
            .. from term in TextsOf(query)
               let weight = known.GetValueOrDefault(term.Key)
               where weight.Holders > 0 || term.Value.Use is not TokenUse.PartOfRun
               select new ExplainedTerm(term.Value.Text, term.Value.Use, (double)weight.Weight / WeightedQuery.Unit, weight.Holders),
        ];
    }

    private ExplainedNote Explain(Hit hit, NoteDocument note, Query query, Circle circle)
    {
        var (terms, relevance) = query.Alternatives.Prepend(query).Select(q => Score(q, note)).MaxBy(score => score.Relevance);
        var marks = note.ToMarks();
        return new(
            note.Id, note.Title, terms, relevance, marks, Ranks.Liking(marks), new Freshness(clock.GetUtcNow(), options.Value).Of(marks), circle.Following.Contains(note.AuthorId),
            Closeness.Raises(query, $"{note.Title} {note.Body}"), hit.Rank / Ranks.Unit);
    }

    /// <summary>Scores the text of a note as the index does.</summary>
    private (IReadOnlyList<TermInNote> Terms, float Relevance) Score(Query query, NoteDocument note)
    {
        var weighed = index.Weigh(query);
        var fields = note.ToFields().ToList();
        var impacts = Impacts.Of(fields, Tuning.Notes).ToDictionary();
        var holding = fields.ToDictionary(f => f.Field, f => Tokens.Of(Fold.Text(f.Text)).Select(t => t.Term).ToHashSet());
        var texts = TextsOf(query);
        var terms = weighed.Finding.Concat(weighed.Sharpening).Where(t => impacts.ContainsKey(t.Term)).ToList();
        var held = weighed.Finding.Where(t => impacts.ContainsKey(t.Term)).Sum(t => (long)t.Weight);
        return (
            [
                .. from term in terms
                   let impact = (double)impacts[term.Term] / Impacts.Full
                   select new TermInNote(texts[term.Term].Text, [.. holding.Where(f => f.Value.Contains(term.Term)).Select(f => f.Key)], impact, impact * term.Weight / WeightedQuery.Unit),
            ],
            weighed.Whole == 0 ? 0 : weighed.Relevance(terms.Sum(t => (long)t.Weight * impacts[t.Term]), held));
    }

    /// <summary>How the terms of a query are written in it.</summary>
    private static Dictionary<Term, (string Text, TokenUse Use)> TextsOf(Query query)
    {
        var asked = query.Terms.ToDictionary(t => t.Term, t => t.Use);
        return Tokens.Of(query.Key).Where(t => asked.ContainsKey(t.Term)).DistinctBy(t => t.Term).ToDictionary(t => t.Term, t => (query.Key.Substring(t.Start, t.Length), asked[t.Term]));
    }
}
