using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Sward.Discovery.Goods.Learning;
using Sward.Discovery.Learning.Heads;

namespace Sward.Discovery.Learning.Models;

/// <summary>The models that serve on this node: each loaded beside the old one and put in its place at once, so that nobody waits.</summary>
internal sealed partial class Models : NodeJob
{
    private readonly IServiceScopeFactory scopes;
    private readonly IBlobs blobs;
    private readonly ILogger<Models> log;
    private volatile Loaded<TasteModel>? taste;
    private volatile Loaded<HeadSet>? heads;
    private volatile Loaded<GoodsModel>? goods;

    public Models(IServiceScopeFactory scopes, IBlobs blobs, TimeProvider clock, ILogger<Models> log)
        : base(TimeSpan.FromSeconds(15), clock, log)
    {
        (this.scopes, this.blobs, this.log) = (scopes, blobs, log);
        Metrics.Meter.CreateObservableGauge("discovery.model.bytes", () => Read(loaded => loaded.Bytes), "bytes", "Size of the file of the model that serves, which it holds in memory.");
        Metrics.Meter.CreateObservableGauge("discovery.model.loading", () => Read(loaded => loaded.Loading.TotalMilliseconds), "ms", "How long the model that serves took to be read, while the one before served on.");
        Metrics.Meter.CreateObservableGauge("discovery.model.age", () => Read(loaded => (Clock.GetUtcNow() - loaded.TrainedAt).TotalSeconds), "s", "How long ago the model that serves was trained.");
    }

    /// <summary>Null as long as there is none; feeds do without.</summary>
    public TasteModel? Current => taste?.Model;

    public long? Version => taste?.Version;

    /// <summary>What foretells actions; null as long as nothing was learned.</summary>
    public HeadSet? Heads => heads?.Model;

    public long? HeadsVersion => heads?.Version;

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

    private async Task<Loaded<T>?> LoadAsync<T>(DiscoveryDb db, string kind, Loaded<T>? loaded, Func<ModelReader, T> read, CancellationToken ct)
    {
        var used = await db.Models.AsNoTracking().Where(m => m.Kind == kind).OrderByDescending(m => m.UsedSince).FirstOrDefaultAsync(ct);
        if (used is null || used.Id == loaded?.Version || await blobs.OpenReadAsync(used.BlobKey, ct) is not { } file)
        {
            return loaded;
        }

        await using (file)
        {
            try
            {
                var started = Clock.GetTimestamp();
                var model = ModelReader.Read(file, used.Checksum, read);
                return new(used.Id, used.TrainedAt, file.Length, Clock.GetElapsedTime(started), model);
            }
            catch (InvalidDataException error)
            {
                // The other kinds have nothing to do with it.
                LogUnread(kind, used.Id, error);
                return loaded;
            }
        }
    }

    private IEnumerable<Measurement<double>> Read(Func<Loaded, double> figure)
    {
        foreach (var (kind, loaded) in ((string Kind, Loaded?)[])[(TrainedModel.Taste, taste), (TrainedModel.Heads, heads), (TrainedModel.Goods, goods)])
        {
            if (loaded is not null)
            {
                yield return new(figure(loaded), new KeyValuePair<string, object?>("kind", kind));
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The file of the {Kind} model {Version} was not read; the one before serves on")]
    private partial void LogUnread(string kind, long version, Exception error);

    /// <summary>What is known of a model that serves.</summary>
    private record Loaded(long Version, DateTimeOffset TrainedAt, long Bytes, TimeSpan Loading);

    private sealed record Loaded<T>(long Version, DateTimeOffset TrainedAt, long Bytes, TimeSpan Loading, T Model) : Loaded(Version, TrainedAt, Bytes, Loading);
}
