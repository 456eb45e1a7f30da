using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>Bytes that stand still while libvips reads them. Images are lazy: dispose this after them.</summary>
internal sealed unsafe class PinnedBytes(byte[] bytes) : IDisposable
{
    private GCHandle pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);

    public void* Pointer => (void*)pin.AddrOfPinnedObject();

    public int Length => bytes.Length;

    public void Dispose() => pin.Free();
}
