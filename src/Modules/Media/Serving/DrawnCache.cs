using Microsoft.Extensions.Caching.Memory;

namespace Sward.Media;

/// <summary>What was drawn in the last minutes and is stored nowhere: the same words are looked at again and again while somebody writes or shares.</summary>
internal sealed class DrawnCache : IDisposable
{
    private const int Bytes = 32 << 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Bytes });

    /// <summary>The drawing, or null.</summary>
    /// <param name="key">All that the drawing depends on, compared by value.</param>
    public byte[]? Find(object key) => cache.Get<byte[]>(key);

    public byte[] Keep(object key, byte[] drawing) =>
        cache.Set(key, drawing, new MemoryCacheEntryOptions { Size = drawing.Length, SlidingExpiration = Lifetime });

    public void Dispose() => cache.Dispose();
}
