using System.Globalization;

namespace Sward.Discovery.Learning.Models;

/// <summary>What operators do with models: look at them, and go back to an older one.</summary>
internal sealed class ChooseModel(DiscoveryDb db, TimeProvider clock)
{
    /// <summary>A line for each model, by kind; of each kind the one that serves comes first and has a star.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct)
    {
        var models = await db.Models.AsNoTracking().OrderByDescending(m => m.Kind).ThenByDescending(m => m.UsedSince).ToListAsync(ct);
        return [.. models.GroupBy(m => m.Kind, StringComparer.Ordinal).SelectMany(kind => kind.Select((model, place) => LineOf(model, serves: place == 0)))];
    }

    /// <summary>Puts a model to use; false when there is none of this version.</summary>
    public async Task<bool> UseAsync(long version, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Models.Where(m => m.Id == version).ExecuteUpdateAsync(set => set.SetProperty(m => m.UsedSince, now), ct) == 1;
    }

    /// <summary>What it learned from and how good it was, as far as its kind says: heads are about no notes, and only taste is tried on a hold-out.</summary>
    private static string LineOf(TrainedModel model, bool serves)
    {
        var about = model.Notes > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {model.Notes} {(model.Kind is TrainedModel.Goods ? "goods" : "notes")}") : "";
        var recall = model.Kind is TrainedModel.Taste ? string.Create(CultureInfo.InvariantCulture, $"  recall@20 {model.Recall:F4}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(serves ? '*' : ' ')} {model.Id}  {model.Kind,-5}  trained {model.TrainedAt:u}  {model.Actions} actions{about}{recall}");
    }
}
