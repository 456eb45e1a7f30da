using Microsoft.Extensions.Options;

namespace Sward.Media;

/// <summary>The worker pools of this node.</summary>
internal sealed class MediaWorkers(IOptions<MediaOptions> options) : IAsyncDisposable
{
    public WorkerPool Uploads { get; } = new(WorkerMode.Uploads, options.Value.Workers, options.Value);

    public WorkerPool Drawing { get; } = new(WorkerMode.Drawing, options.Value.Workers, options.Value);

    public async ValueTask DisposeAsync()
    {
        await Uploads.DisposeAsync();
        await Drawing.DisposeAsync();
    }
}
