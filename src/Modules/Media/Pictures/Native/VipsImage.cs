using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>An image of libvips: a reference to a pipeline that computes pixels when they are asked for.</summary>
internal sealed unsafe class VipsImage : SafeHandle
{
    public VipsImage(nint image)
        : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(image);

    public override bool IsInvalid => handle == 0;

    public int Width => LibVips.WidthOf(this);

    public int Height => LibVips.HeightOf(this);

    /// <summary>Where the image's left top corner lies from the origin of the layout that made it.</summary>
    public (int X, int Y) Offset => (LibVips.OffsetXOf(this), LibVips.OffsetYOf(this));

    public bool HasAlpha => LibVips.HasAlpha(this);

    public IReadOnlyList<string> Fields
    {
        get
        {
            var list = LibVips.FieldsOf(this);
            var names = new List<string>();
            for (var entry = (nint*)list; *entry != 0; entry++)
            {
                names.Add(Marshal.PtrToStringUTF8(*entry)!);
            }

            LibGObject.FreeStrings(list);
            return names;
        }
    }

    /// <summary>Computes the pipeline once and keeps the pixels, so that several renditions do not decode the upload again.</summary>
    public VipsImage ToMemory() => LibVips.CopyToMemory(this) is var copy and not 0 ? new VipsImage(copy) : throw VipsException.FromLibrary();

    /// <summary>Only for images that <see cref="ToMemory"/> made: others may share their header with a cached pipeline.</summary>
    public void RemoveField(string field) => _ = LibVips.RemoveField(this, field);

    /// <summary>The pixels row by row, band by band.</summary>
    public byte[] ToPixels()
    {
        var memory = LibVips.WriteToMemory(this, out var length);
        if (memory is null)
        {
            throw VipsException.FromLibrary();
        }

        var pixels = new ReadOnlySpan<byte>(memory, checked((int)length)).ToArray();
        LibGObject.Free(memory);
        return pixels;
    }

    protected override bool ReleaseHandle()
    {
        LibGObject.Release(handle);
        return true;
    }
}
