using System.Data;
using Microsoft.AspNetCore.OutputCaching;
using Sward.Contracts.Accounts;
using Sward.Contracts.Mall;
using Sward.Contracts.Notes;
using Sward.Discovery.Authors;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Keeping;

/// <summary>Loads the shelves from the read model before the node answers, and keeps them by the facts from there on.</summary>
internal sealed class ShelfKeeper(NoteShelves shelves, AuthorSizes authors, IServiceScopeFactory scopes, IOutputCacheStore pages, TimeProvider clock) : Follower, IHostedLifecycleService, IDisposable
{
    /// <summary>A page that was being drawn while its note went is stored after the first eviction; the second one takes it.</summary>
    private static readonly TimeSpan DrawingTime = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private FactPosition loadedUpTo;

    public override string Name => "discovery.shelf-keeper";

    public Task StartingAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>Takes everything from the read model again.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
            // Rows and position are of one moment, so that no fact is counted twice or left out.
            await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            loadedUpTo = await db.PositionOfAsync(KeepNotes.Subscriber, ct);
            authors.Load(await db.Authors.AsNoTracking().ToListAsync(ct));
            shelves.Load(await db.Notes.AsNoTracking().ToListAsync(ct));
            Position = loadedUpTo;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override async Task FollowAsync(IReadOnlyList<LoggedFact> facts, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await ApplyAsync(facts.Where(fact => fact.Position > loadedUpTo), ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ApplyAsync(IEnumerable<LoggedFact> facts, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var products = scope.ServiceProvider.GetRequiredService<IProductCards>();
        var changed = new Dictionary<long, FeedNote?>();
        var isLess = false;
        foreach (var fact in facts)
        {
            if (FollowOf(fact) is var (authorId, more))
            {
                if (authors.Change(authorId, more))
                {
                    shelves.Reshelve(authorId);
                }
            }
            else if (await ChangeOfAsync(fact, products, ct) is { } change)
            {
                var before = changed.TryGetValue(change.NoteId, out var note) ? note : shelves.Find(change.NoteId);
                var after = changed[change.NoteId] = change.Apply(before);
                isLess |= before is { IsPublic: true } && after is not { IsPublic: true };
            }
        }

        shelves.Change(changed);
        if (isLess)
        {
            await pages.EvictByTagAsync(VisitorCache.Policy, ct);
            _ = EvictLaterAsync();
        }
    }

    private static (long AuthorId, int More)? FollowOf(LoggedFact fact) =>
        fact.Is<AccountFollowed>(out var followed) ? (followed.FolloweeId, 1)
        : fact.Is<AccountUnfollowed>(out var unfollowed) ? (unfollowed.FolloweeId, -1)
        : null;

    private static async ValueTask<NoteChange?> ChangeOfAsync(LoggedFact fact, IProductCards products, CancellationToken ct) =>
        fact.Is<NotePublished>(out var published) ? await NoteChange.OfAsync(published, products, ct)
        : fact.Is<NoteRemoved>(out var removed) ? NoteChange.Of(removed)
        : fact.Is<NoteLiked>(out var liked) ? NoteChange.Of(liked)
        : fact.Is<NoteUnliked>(out var unliked) ? NoteChange.Of(unliked)
        : fact.Is<NoteCollected>(out var collected) ? NoteChange.Of(collected)
        : fact.Is<NoteUncollected>(out var uncollected) ? NoteChange.Of(uncollected)
        : fact.Is<NoteCommented>(out var commented) ? NoteChange.Of(commented)
        : fact.Is<CommentRemoved>(out var uncommented) ? NoteChange.Of(uncommented)
        : fact.Is<NoteShared>(out var shared) ? NoteChange.Of(shared)
        : null;

    private async Task EvictLaterAsync()
    {
        await Task.Delay(DrawingTime, clock);
        await pages.EvictByTagAsync(VisitorCache.Policy, CancellationToken.None);
    }
}
