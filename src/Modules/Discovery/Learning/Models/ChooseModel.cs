using System.Globalization;

namespace Sward.Discovery.Learning.Models;

/// <summary>What operators do with models: look at them, and go back to an older one.</summary>
internal sealed class ChooseModel(DiscoveryDb db, TimeProvider clock)
{
    /// <summary>A line for each model, the one that serves first.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct) =>
        [.. (await db.Models.AsNoTracking().Where(m => m.Kind == TrainedModel.Taste).OrderByDescending(m => m.UsedSince).ToListAsync(ct)).Select((model, place) => string.Create(
            CultureInfo.InvariantCulture,
            $"{(place == 0 ? '*' : ' ')} {model.Id}  trained {model.TrainedAt:u}  {model.Actions} actions  {model.Notes} notes  recall@20 {model.Recall:F4}"))];

    /// <summary>Puts a model to use; false when there is none of this version.</summary>
    public async Task<bool> UseAsync(long version, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Models.Where(m => m.Id == version).ExecuteUpdateAsync(set => set.SetProperty(m => m.UsedSince, now), ct) == 1;
    }
}
