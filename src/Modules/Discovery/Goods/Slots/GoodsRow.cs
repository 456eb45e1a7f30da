using Sward.Contracts.Pages;

namespace Sward.Discovery.Goods.Slots;

/// <summary>A row of goods under its heading, as pages of other modules draw it.</summary>
/// <param name="Id">Of the heading on the page.</param>
/// <param name="Title">Key of its text.</param>
internal sealed record GoodsRow(string Id, string Title, ReadGoods.Answer Goods)
{
    /// <summary>Null without goods: an empty row is no row.</summary>
    public static SlotContent? Of(string id, string title, ReadGoods.Answer? goods) =>
        goods is { Items.Count: > 0 } ? new("/Discovery/Goods/Slots/_GoodsRow.cshtml", new GoodsRow(id, title, goods)) : null;
}

/// <summary>Goods for you on the mall's first page: <c>mall.front</c>.</summary>
internal sealed class MallSlot(ReadGoods read) : IPageSlot
{
    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct) =>
        await read.ForYouAsync(readerId, ReadGoods.RowSize, ct) is var goods
            ? GoodsRow.Of("goods-for-you", goods.IsPersonal ? "discovery.goods.for-you" : "discovery.goods.for-all", goods)
            : null;
}

/// <summary>Related goods under a product: <c>product.goods</c>.</summary>
internal sealed class ProductSlot(ReadGoods read) : IPageSlot
{
    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct) =>
        GoodsRow.Of("related-goods", "discovery.goods.related", await read.RelatedAsync(subjectId, readerId, ReadGoods.RowSize, ct));
}

/// <summary>Goods of a note's topics under the note: <c>note.goods</c>.</summary>
internal sealed class NoteSlot(ReadGoods read) : IPageSlot
{
    private const int Most = 6;

    public async Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct) =>
        GoodsRow.Of("note-goods", "discovery.goods.note", await read.UnderNoteAsync(subjectId, readerId, Most, ct));
}
