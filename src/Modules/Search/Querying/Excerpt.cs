using Sward.Ui;

namespace Sward.Search;

/// <summary>A piece of a longer text with the hits in it.</summary>
internal sealed record Excerpt(string Text, IReadOnlyList<TextRange> Hits);
