using System.Globalization;
using Microsoft.Extensions.Localization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Notes;

namespace Sward.Discovery.Hiding;

/// <summary>What a person does not want to see, the last wish first, so that each can be taken back.</summary>
internal sealed class ReadHidden(DiscoveryDb db, INoteCards notes, IAccountCards accounts, IProductCards products, IStringLocalizer texts)
{
    /// <summary>One wish. <paramref name="Kind"/> and <paramref name="Target"/> are what taking it back asks for; <paramref name="Text"/> is for people.</summary>
    public sealed record Item(HideKind Kind, string Target, string Text, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder feed) => feed
        .MapGet("/hide", HandleAsync)
        .WithName("ListHiddenFromFeeds")
        .RequireAuthorization();

    /// <summary>A page of wishes before a moment in microseconds since 1970.</summary>
    public async Task<Page<Item>> RunAsync(long accountId, long before, int size, CancellationToken ct)
    {
        var wishes = db.Hides.AsNoTracking().Where(h => h.AccountId == accountId);
        if (before < long.MaxValue)
        {
            var until = DateTimeOffset.UnixEpoch.AddMicroseconds(before);
            wishes = wishes.Where(h => h.At < until);
        }

        var rows = await wishes.OrderByDescending(h => h.At).Take(size + 1).ToListAsync(ct);
        var titles = await notes.GetAsync([.. IdsOf(rows, HideKind.Note)], accountId, ct);
        var names = await accounts.GetAsync([.. IdsOf(rows, HideKind.Author), .. IdsOf(rows, HideKind.Person)], ct);
        var goods = await products.GetAsync([.. IdsOf(rows, HideKind.Product)], ct);
        var page = Page<Hide>.Of(rows, size, last => Cursor.Encode((last.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));
        return new([.. page.Items.Select(hide => new Item(hide.Kind, hide.Target, TextOf(hide), hide.At))], page.Next);

        string TextOf(Hide hide) => hide.Kind switch
        {
            HideKind.Note => titles.GetValueOrDefault(IdOf(hide))?.Title ?? texts["discovery.hidden.gone"],
            HideKind.Author or HideKind.Person => names.GetValueOrDefault(IdOf(hide))?.Nickname ?? texts["discovery.hidden.gone"],
            HideKind.Product => goods.GetValueOrDefault(IdOf(hide))?.Name ?? texts["discovery.hidden.gone"],
            HideKind.Topic => "#" + hide.Target,
            _ => NoteChannels.All.Contains(hide.Target, StringComparer.Ordinal) ? texts[$"channel.{hide.Target}"] : texts[$"mall.category.{hide.Target}"],
        };
    }

    private static IEnumerable<long> IdsOf(IEnumerable<Hide> hides, HideKind kind) => hides.Where(hide => hide.Kind == kind).Select(IdOf);

    private static long IdOf(Hide hide) => long.Parse(hide.Target, CultureInfo.InvariantCulture);

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> HandleAsync([AsParameters] PageQuery page, ReadHidden read, ICurrentAccount account, CancellationToken ct) =>
        Cursor.TryDecode(page.Cursor, out var before, out _) ? TypedResults.Ok(await read.RunAsync(account.Id, before, page.Size, ct)) : Problems.BadRequest("kernel.bad-cursor");
}
