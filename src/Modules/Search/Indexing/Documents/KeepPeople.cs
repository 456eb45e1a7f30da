using Sward.Contracts.Accounts;

namespace Sward.Search;

/// <summary>Keeps the documents of accounts by the facts about them.</summary>
internal sealed class KeepPeople(SearchDb db) : IHandle<AccountOpened>, IHandle<ProfileChanged>, IHandle<AccountFollowed>, IHandle<AccountUnfollowed>
{
    private const string Subscriber = "search.keep-people";

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<AccountOpened, KeepPeople, SearchDb>(Subscriber)
        .Subscribe<ProfileChanged, KeepPeople, SearchDb>(Subscriber)
        .Subscribe<AccountFollowed, KeepPeople, SearchDb>(Subscriber)
        .Subscribe<AccountUnfollowed, KeepPeople, SearchDb>(Subscriber);

    public Task HandleAsync(AccountOpened fact, CancellationToken ct) => ChangeAsync(fact.AccountId, person => person.Write(fact.Handle, fact.Nickname, bio: null), ct);

    public Task HandleAsync(ProfileChanged fact, CancellationToken ct) => ChangeAsync(fact.AccountId, person => person.Write(fact.Handle, fact.Nickname, fact.Bio), ct);

    public Task HandleAsync(AccountFollowed fact, CancellationToken ct) => ChangeAsync(fact.FolloweeId, person => person.FollowerCount++, ct);

    public Task HandleAsync(AccountUnfollowed fact, CancellationToken ct) => ChangeAsync(fact.FolloweeId, person => person.FollowerCount--, ct);

    private async Task ChangeAsync(long accountId, Action<PersonDocument> change, CancellationToken ct) =>
        change(await db.People.FindAsync([accountId], ct) ?? db.People.Add(new PersonDocument { Id = accountId }).Entity);
}
