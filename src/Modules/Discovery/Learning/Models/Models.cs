using Microsoft.Extensions.Logging;
using Sward.Discovery.Goods.Learning;
using Sward.Discovery.Learning.Heads;

namespace Sward.Discovery.Learning.Models;

/// <summary>The models that serve on this node: each loaded beside the old one and put in its place at once, so that nobody waits.</summary>
internal sealed class Models(IServiceScopeFactory scopes, IBlobs blobs, TimeProvider clock, ILogger<Models> log)
    : NodeJob(TimeSpan.FromSeconds(15), clock, log)
{
    private volatile Loaded<TasteModel>? taste;
    private volatile Loaded<HeadSet>? heads;
    private volatile Loaded<GoodsModel>? goods;

    /// <summary>Null as long as there is none; feeds do without.</summary>
    public TasteModel? Current => taste?.Model;

    public long? Version => taste?.Version;

    /// <summary>What foretells actions; null as long as nothing was learned.</summary>
    public HeadSet? Heads => heads?.Model;

    /// <summary>What goods go together; null as long as too few bought anything.</summary>
    public GoodsModel? Goods => goods?.Model;

    /// <summary>Loads of each kind the model that was put to use last, unless it serves already.</summary>
    public override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        taste = await LoadAsync(db, TrainedModel.Taste, taste, ModelFile.Read, ct);
        heads = await LoadAsync(db, TrainedModel.Heads, heads, HeadSet.Read, ct);
        goods = await LoadAsync(db, TrainedModel.Goods, goods, GoodsModel.Read, ct);
    }

    private async Task<Loaded<T>?> LoadAsync<T>(DiscoveryDb db, string kind, Loaded<T>? loaded, Func<byte[], string, T> read, CancellationToken ct)
    {
        var used = await db.Models.AsNoTracking().Where(m => m.Kind == kind).OrderByDescending(m => m.UsedSince).FirstOrDefaultAsync(ct);
        if (used is null || used.Id == loaded?.Version || await blobs.OpenReadAsync(used.BlobKey, ct) is not { } file)
        {
            return loaded;
        }

        await using (file)
        {
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, ct);
            return new(used.Id, read(bytes, used.Checksum));
        }
    }

    private sealed record Loaded<T>(long Version, T Model);
}
