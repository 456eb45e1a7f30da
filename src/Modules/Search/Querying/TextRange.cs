namespace Sward.Search;

/// <summary>A part of a text, in UTF-16 units as JavaScript counts them.</summary>
internal sealed record TextRange(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A piece of a longer text with the hits in it.</summary>
internal sealed record Excerpt(string Text, IReadOnlyList<TextRange> Hits);
