using Sward.Contracts.Discovery;
using Sward.Discovery.Shelves;

namespace Sward.Discovery.Hiding;

/// <summary>Tells other modules which notes a reader does not want to see, so that a wish holds in their lists as well.</summary>
internal sealed class HiddenNotes(HidesOfPeople hides, NoteShelves shelves) : IHiddenNotes
{
    public async ValueTask<IReadOnlySet<long>> AmongAsync(IEnumerable<long> noteIds, long? readerId, CancellationToken ct)
    {
        var hidden = await hides.OfAsync(readerId, ct);
        return hidden == Hides.Nothing ? new HashSet<long>() : noteIds.Where(id => shelves.Find(id) is { } note && hidden.Cover(note)).ToHashSet();
    }
}
