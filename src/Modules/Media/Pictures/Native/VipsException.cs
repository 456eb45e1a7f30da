using System.Runtime.InteropServices;

namespace Sward.Media;

/// <summary>What libvips said when an operation failed. For logs: callers turn it into a code.</summary>
internal sealed class VipsException(string message) : Exception(message)
{
    /// <summary>Takes the collected messages of libvips and clears them.</summary>
    internal static unsafe VipsException FromLibrary()
    {
        var text = LibVips.TakeErrors();
        try
        {
            return new VipsException(Marshal.PtrToStringUTF8(text)?.Trim() ?? "libvips failed without a word");
        }
        finally
        {
            LibGObject.Free((void*)text);
        }
    }
}
