using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>The few entry points of libvips that need no varargs; everything else is built from operations by name.</summary>
/// <remarks>Only for workers, never for a process that uses SQLite: libvips loads the system's SQLite, whose functions then replace those of the bundled one.</remarks>
internal static unsafe partial class LibVips
{
    private const string Library = "libvips.so.42";

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Init(string program);

    [LibraryImport(Library, EntryPoint = "vips_error_buffer_copy")]
    internal static partial nint TakeErrors();

    [LibraryImport(Library, EntryPoint = "vips_concurrency_set")]
    internal static partial void SetConcurrency(int threads);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max")]
    internal static partial void SetCacheSize(int operations);

    [LibraryImport(Library, EntryPoint = "vips_block_untrusted_set")]
    internal static partial void BlockUntrusted([MarshalAs(UnmanagedType.Bool)] bool blocked);

    [LibraryImport(Library, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void BlockOperation(string name, [MarshalAs(UnmanagedType.Bool)] bool blocked);

    [LibraryImport(Library, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint NewOperation(string name);

    [LibraryImport(Library, EntryPoint = "vips_cache_operation_build")]
    internal static partial nint BuildOperation(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_object_unref_outputs")]
    internal static partial void ReleaseOutputs(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_object_set_argument_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetArgument(nint operation, string name, string value);

    [LibraryImport(Library, EntryPoint = "vips_blob_get_type")]
    internal static partial nuint BlobType();

    [LibraryImport(Library, EntryPoint = "vips_image_get_type")]
    internal static partial nuint ImageType();

    /// <summary>Lends memory to a value; without a free function libvips never frees it.</summary>
    [LibraryImport(Library, EntryPoint = "vips_value_set_blob")]
    internal static partial void SetBlob(GValue* value, nint free, void* data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_value_get_blob")]
    internal static partial void* GetBlob(GValue* value, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_foreign_find_load_buffer")]
    internal static partial nint FindLoader(void* data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_image_get_width")]
    internal static partial int WidthOf(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_height")]
    internal static partial int HeightOf(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_xoffset")]
    internal static partial int OffsetXOf(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_yoffset")]
    internal static partial int OffsetYOf(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_hasalpha")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool HasAlpha(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_fields")]
    internal static partial nint FieldsOf(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_remove", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int RemoveField(VipsImage image, string field);

    [LibraryImport(Library, EntryPoint = "vips_image_copy_memory")]
    internal static partial nint CopyToMemory(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_write_to_memory")]
    internal static partial void* WriteToMemory(VipsImage image, out nuint length);
}
