using System.Globalization;

namespace Sward.Media;

/// <summary>One operation of libvips by its name, its arguments set one by one, then run once.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private nint handle;

    public VipsOperation(string name)
    {
        handle = LibVips.NewOperation(name);
        if (handle == 0)
        {
            throw VipsException.FromLibrary();
        }
    }

    /// <summary>Sets a number, switch or enumeration by its text, as on the command line of vips.</summary>
    public VipsOperation With(string argument, string value)
    {
        if (LibVips.SetArgument(handle, argument, value) != 0)
        {
            throw VipsException.FromLibrary();
        }

        return this;
    }

    public VipsOperation With(string argument, int value) => With(argument, value.ToString(CultureInfo.InvariantCulture));

    public VipsOperation With(string argument, double value) => With(argument, value.ToString(CultureInfo.InvariantCulture));

    public VipsOperation With(string argument, VipsImage image)
    {
        GValue value = default;
        LibGObject.Initialize(&value, LibVips.ImageType());
        LibGObject.SetObject(&value, image);
        LibGObject.SetProperty(handle, argument, &value);
        LibGObject.Unset(&value);
        return this;
    }

    /// <summary>Lends encoded bytes to the operation; they must outlive every image made from them.</summary>
    public VipsOperation With(string argument, PinnedBytes bytes)
    {
        GValue value = default;
        LibGObject.Initialize(&value, LibVips.BlobType());
        LibVips.SetBlob(&value, free: 0, bytes.Pointer, (nuint)bytes.Length);
        LibGObject.SetProperty(handle, argument, &value);
        LibGObject.Unset(&value);
        return this;
    }

    /// <summary>Runs the operation and takes its image.</summary>
    public VipsImage ToImage()
    {
        Build();
        GValue value = default;
        LibGObject.Initialize(&value, LibVips.ImageType());
        LibGObject.GetProperty(handle, "out", &value);
        var image = LibGObject.TakeObject(&value);
        LibGObject.Unset(&value);
        return new VipsImage(image);
    }

    /// <summary>Runs a saver and copies the encoded bytes.</summary>
    public byte[] ToBytes()
    {
        Build();
        GValue value = default;
        LibGObject.Initialize(&value, LibVips.BlobType());
        LibGObject.GetProperty(handle, "buffer", &value);
        var data = LibVips.GetBlob(&value, out var length);
        var bytes = new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        LibGObject.Unset(&value);
        return bytes;
    }

    public void Dispose()
    {
        if (handle != 0)
        {
            LibVips.ReleaseOutputs(handle);
            LibGObject.Release(handle);
            handle = 0;
        }
    }

    private void Build()
    {
        var built = LibVips.BuildOperation(handle);
        if (built == 0)
        {
            throw VipsException.FromLibrary();
        }

        LibGObject.Release(handle);
        handle = built;
    }
}
