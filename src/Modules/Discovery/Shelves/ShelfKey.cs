namespace Sward.Discovery.Shelves;

/// <summary>Names a shelf: all notes, those of a channel, a topic, a product, an author or a cell of the map.</summary>
internal readonly record struct ShelfKey(ShelfKind Kind, long Id, string Name)
{
    public static ShelfKey Everything { get; } = new(ShelfKind.Everything, 0, "");

    public ShelfOrder Order => Kind is ShelfKind.Author ? ShelfOrder.Newest : ShelfOrder.Heat;

    /// <summary>All notes by authors whom few follow.</summary>
    public static ShelfKey SmallAuthors { get; } = new(ShelfKind.SmallAuthors, 0, "");

    public static ShelfKey Channel(string code) => new(ShelfKind.Channel, 0, code);

    public static ShelfKey Topic(string topic) => new(ShelfKind.Topic, 0, topic);

    public static ShelfKey Product(long productId) => new(ShelfKind.Product, productId, "");

    public static ShelfKey Author(long authorId) => new(ShelfKind.Author, authorId, "");

    public static ShelfKey Cell(long cell) => new(ShelfKind.Cell, cell, "");

    /// <summary>The shelves a note stands on. Notes for followers and friends only stand on their author's, private ones on none.</summary>
    public static IEnumerable<ShelfKey> Of(FeedNote note, bool isOfSmallAuthor)
    {
        if (note.IsPrivate)
        {
            yield break;
        }

        yield return Author(note.AuthorId);
        if (!note.IsPublic)
        {
            yield break;
        }

        yield return Everything;
        if (isOfSmallAuthor)
        {
            yield return SmallAuthors;
        }

        yield return Channel(note.Channel);
        foreach (var topic in note.Topics)
        {
            yield return Topic(topic);
        }

        foreach (var productId in note.ProductIds)
        {
            yield return Product(productId);
        }

        if (note.Position is { } position)
        {
            yield return Cell(Vicinity.CellOf(position));
        }
    }
}

/// <summary>What the notes of a shelf have in common.</summary>
internal enum ShelfKind
{
    Everything,
    SmallAuthors,
    Channel,
    Topic,
    Product,
    Author,
    Cell,
}
