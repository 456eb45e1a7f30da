using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sward.Contracts.Accounts;
using Sward.Contracts.Discovery;

namespace Sward.Discovery.Hiding;

/// <summary>Not interested: takes a note, an author, a topic or a kind of goods out of the reader's feeds, or a person or a product out of what is suggested, at once and everywhere; and brings it back.</summary>
internal sealed class HideFromFeeds(DiscoveryDb db, HidesOfPeople hides, TimeProvider clock)
{
    /// <summary>One of them, or several.</summary>
    public sealed record Request(
        long? Note = null, long? Author = null, [property: StringLength(100)] string? Topic = null, [property: StringLength(40)] string? Category = null, long? Person = null, long? Product = null)
    {
        internal IEnumerable<(HideKind Kind, string Target)> Wishes()
        {
            foreach (var (kind, id) in new[] { (HideKind.Note, Note), (HideKind.Author, Author), (HideKind.Person, Person), (HideKind.Product, Product) })
            {
                if (id is { } target)
                {
                    yield return (kind, target.ToString(CultureInfo.InvariantCulture));
                }
            }

            if (PlainText.LineOrNull(Topic) is { } topic)
            {
                yield return (HideKind.Topic, topic.TrimStart('#'));
            }

            if (PlainText.LineOrNull(Category) is { } category)
            {
                yield return (HideKind.Category, category);
            }
        }
    }

    public static void Map(IEndpointRouteBuilder feed)
    {
        feed.MapPost("/hide", HandleHideAsync).WithName("HideFromFeeds").RequireAuthorization();
        feed.MapDelete("/hide", HandleShowAsync).WithName("ShowInFeeds").RequireAuthorization();
    }

    public async Task HideAsync(long accountId, Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (kind, target) in request.Wishes())
        {
            await AddAsync(accountId, kind, target, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        hides.Forget(accountId);
    }

    public async Task ShowAsync(long accountId, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (kind, target) in request.Wishes())
        {
            if (await db.Hides.Where(h => h.AccountId == accountId && h.Kind == kind && h.Target == target).ExecuteDeleteAsync(ct) > 0)
            {
                db.Announce(new ShownInFeeds(accountId, NameOf(kind), target, now));
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        hides.Forget(accountId);
    }

    /// <summary>Adds one wish in the caller's transaction; the fact makes every node read it.</summary>
    public async Task AddAsync(long accountId, HideKind kind, string target, CancellationToken ct, bool isReport = false)
    {
        var now = clock.GetUtcNow();
        if (await db.InsertOnceAsync(new Hide { AccountId = accountId, Kind = kind, Target = target, At = now, IsReport = isReport }, ct))
        {
            db.Announce(new HiddenFromFeeds(accountId, NameOf(kind), target, now));
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleHideAsync(Request request, HideFromFeeds hide, ICurrentAccount account, CancellationToken ct)
    {
        if (!request.Wishes().Any())
        {
            return Problems.BadRequest("discovery.nothing-to-hide");
        }

        await hide.HideAsync(account.Id, request, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleShowAsync(
        long? note, long? author, [StringLength(100)] string? topic, [StringLength(40)] string? category, long? person, long? product, HideFromFeeds hide, ICurrentAccount account, CancellationToken ct)
    {
        var request = new Request(note, author, topic, category, person, product);
        if (!request.Wishes().Any())
        {
            return Problems.BadRequest("discovery.nothing-to-hide");
        }

        await hide.ShowAsync(account.Id, request, ct);
        return TypedResults.NoContent();
    }

    /// <summary>What requests and facts call it.</summary>
    internal static string NameOf(HideKind kind) => kind switch
    {
        HideKind.Note => "note",
        HideKind.Author => "author",
        HideKind.Topic => "topic",
        HideKind.Category => "category",
        HideKind.Person => "person",
        _ => "product",
    };
}
