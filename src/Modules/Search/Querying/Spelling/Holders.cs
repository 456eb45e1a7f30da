namespace Sward.Search;

/// <summary>How many documents of any kind hold a term: what makes one spelling more likely than another.</summary>
internal sealed class Holders(ISearchIndex<NoteMarks> notes, ISearchIndex<ProductMarks> products, ISearchIndex<PersonMarks> people)
{
    public int Of(Term term) => notes.Holders(term) + products.Holders(term) + people.Holders(term);
}
