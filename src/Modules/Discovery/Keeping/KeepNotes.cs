using Sward.Contracts.Mall;
using Sward.Contracts.Notes;

namespace Sward.Discovery.Keeping;

/// <summary>Keeps the read model of feeds by the facts about notes.</summary>
internal sealed class KeepNotes(DiscoveryDb db, IProductCards products) :
    IHandle<NotePublished>, IHandle<NoteRemoved>, IHandle<NoteLiked>, IHandle<NoteUnliked>, IHandle<NoteCollected>, IHandle<NoteUncollected>, IHandle<NoteCommented>,
    IHandle<CommentRemoved>, IHandle<NoteShared>
{
    /// <summary>One name for all, so that a node's memory knows by one position what the rows already contain.</summary>
    public const string Subscriber = "discovery.keep-notes";

    public async Task HandleAsync(NotePublished fact, CancellationToken ct) => await ChangeAsync(await NoteChange.OfAsync(fact, products, ct), ct);

    public Task HandleAsync(NoteRemoved fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(NoteLiked fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(NoteUnliked fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(NoteCollected fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(NoteUncollected fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(NoteCommented fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(CommentRemoved fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public Task HandleAsync(NoteShared fact, CancellationToken ct) => ChangeAsync(NoteChange.Of(fact), ct);

    public static void Subscribe(IServiceCollection services) => services
        .Subscribe<NotePublished, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteRemoved, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteLiked, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteUnliked, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteCollected, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteUncollected, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteCommented, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<CommentRemoved, KeepNotes, DiscoveryDb>(Subscriber)
        .Subscribe<NoteShared, KeepNotes, DiscoveryDb>(Subscriber);

    private async Task ChangeAsync(NoteChange change, CancellationToken ct)
    {
        var before = await db.Notes.FindAsync([change.NoteId], ct);
        switch (before, change.Apply(before))
        {
            case (null, { } after):
                db.Notes.Add(after);
                break;
            case ({ }, null):
                db.Notes.Remove(before);
                break;
            case ({ }, { } after):
                db.Entry(before).CurrentValues.SetValues(after);
                break;
        }
    }
}
