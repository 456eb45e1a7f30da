namespace Sward.Search;

/// <summary>Scores texts as an index does, and says what each term of the query has to do with it.</summary>
internal sealed class ScoredText<TMarks>(ISearchIndex<TMarks> index, Tuning tuning) where TMarks : unmanaged
{
    /// <summary>The terms of a query as the index weighs them; parts of words that nothing holds are left out.</summary>
    public IReadOnlyList<ExplainedTerm> TermsOf(Query query)
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

    /// <summary>What the query finds in the fields of a document, and the relevance that makes.</summary>
    public (IReadOnlyList<TermInDocument> Terms, float Relevance) Score(Query query, IEnumerable<FieldText> document)
    {
        var weighed = index.Weigh(query);
        var fields = document.ToList();
        var impacts = Impacts.Of(fields, tuning).ToDictionary();
        var holding = fields.ToDictionary(f => f.Field, f => Tokens.Of(Fold.Text(f.Text)).Select(t => t.Term).ToHashSet());
        var texts = TextsOf(query);
        var terms = weighed.Finding.Concat(weighed.Sharpening).Where(t => impacts.ContainsKey(t.Term)).ToList();
        var held = weighed.Finding.Where(t => impacts.ContainsKey(t.Term)).Sum(t => (long)t.Weight);
        return (
            [
                .. from term in terms
                   let impact = (double)impacts[term.Term] / Impacts.Full
                   select new TermInDocument(texts[term.Term].Text, [.. holding.Where(f => f.Value.Contains(term.Term)).Select(f => f.Key)], impact, impact * term.Weight / WeightedQuery.Unit),
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
