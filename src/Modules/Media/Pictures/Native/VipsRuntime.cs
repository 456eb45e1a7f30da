using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>Starts libvips in a worker with exactly the loaders its mode may use.</summary>
internal static class VipsRuntime
{
    private static readonly string[] UploadLoaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"];

    private static readonly string[] DrawingLoaders = ["VipsForeignLoadSvg", "VipsForeignLoadWebp"];

    private static string[] allowed = [];

    /// <summary>Once per process: a block that was lifted for one mode must never meet bytes of the other.</summary>
    public static void Start(WorkerMode mode)
    {
        if (LibVips.Init("sward-media") != 0)
        {
            throw VipsException.FromLibrary();
        }

        // One picture, one core: the pool decides how many run at once. A cache would keep uploads in memory.
        LibVips.SetConcurrency(1);
        LibVips.SetCacheSize(0);

        LibVips.BlockOperation("VipsForeignLoad", blocked: true);
        allowed = mode is WorkerMode.Drawing ? DrawingLoaders : UploadLoaders;
        foreach (var loader in allowed)
        {
            LibVips.BlockOperation(loader, blocked: false);
        }

        if (mode is WorkerMode.Uploads)
        {
            LibVips.BlockUntrusted(blocked: true);
        }
    }

    /// <summary>The allowed loader that recognises the bytes, or null.</summary>
    public static unsafe string? FindLoader(PinnedBytes bytes)
    {
        var name = Marshal.PtrToStringUTF8(LibVips.FindLoader(bytes.Pointer, (nuint)bytes.Length));
        if (name is null)
        {
            // Clears libvips' error buffer: not knowing a format is an answer here.
            _ = VipsException.FromLibrary();
            return null;
        }

        // libvips also names loaders that are blocked; running one would fail without saying why.
        return allowed.Any(loader => name.StartsWith(loader, StringComparison.Ordinal)) ? name : null;
    }
}
