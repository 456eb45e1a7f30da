using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>A typed value of GObject: 24 bytes on every 64-bit platform.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    public nuint Type;
    public long First;
    public long Second;
}

/// <summary>The object system under libvips: values, properties, reference counts.</summary>
internal static unsafe partial class LibGObject
{
    private const string ObjectLibrary = "libgobject-2.0.so.0";
    private const string BaseLibrary = "libglib-2.0.so.0";

    [LibraryImport(ObjectLibrary, EntryPoint = "g_value_init")]
    internal static partial nint Initialize(GValue* value, nuint type);

    [LibraryImport(ObjectLibrary, EntryPoint = "g_value_unset")]
    internal static partial void Unset(GValue* value);

    [LibraryImport(ObjectLibrary, EntryPoint = "g_value_set_object")]
    internal static partial void SetObject(GValue* value, VipsImage image);

    [LibraryImport(ObjectLibrary, EntryPoint = "g_value_dup_object")]
    internal static partial nint TakeObject(GValue* value);

    [LibraryImport(ObjectLibrary, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetProperty(nint target, string name, GValue* value);

    [LibraryImport(ObjectLibrary, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void GetProperty(nint target, string name, GValue* value);

    [LibraryImport(ObjectLibrary, EntryPoint = "g_object_unref")]
    internal static partial void Release(nint target);

    [LibraryImport(BaseLibrary, EntryPoint = "g_free")]
    internal static partial void Free(void* memory);

    [LibraryImport(BaseLibrary, EntryPoint = "g_strfreev")]
    internal static partial void FreeStrings(nint strings);
}
