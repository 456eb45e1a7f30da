using Microsoft.Extensions.Logging;

namespace Sward.Discovery.Learning.Models;

/// <summary>The model that serves on this node: loaded beside the old one and put in its place at once, so that nobody waits.</summary>
internal sealed partial class Models(IServiceScopeFactory scopes, IBlobs blobs, TimeProvider clock, ILogger<Models> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private volatile Loaded? loaded;

    /// <summary>Null as long as there is none; feeds do without.</summary>
    public TasteModel? Current => loaded?.Model;

    public long? Version => loaded?.Version;

    /// <summary>Loads the model that was put to use last, unless it serves already.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiscoveryDb>();
        var used = await db.Models.AsNoTracking().OrderByDescending(m => m.UsedSince).FirstOrDefaultAsync(ct);
        if (used is not null && used.Id != loaded?.Version && await blobs.OpenReadAsync(used.BlobKey, ct) is { } file)
        {
            await using (file)
            {
                var bytes = new byte[file.Length];
                await file.ReadExactlyAsync(bytes, ct);
                loaded = new(used.Id, ModelFile.Read(bytes, used.Checksum));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A model that cannot be read must not stop the one that serves.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotLoaded(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The newest model was not loaded; the one before serves on")]
    private partial void LogNotLoaded(Exception error);

    private sealed record Loaded(long Version, TasteModel Model);
}
