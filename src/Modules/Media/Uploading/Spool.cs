namespace Sward.Media;

/// <summary>A nameless temporary file: it is gone when it is closed, and also when the process is.</summary>
internal static class Spool
{
    private const int BufferSize = 1 << 16;

    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sward-{Path.GetRandomFileName()}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.Asynchronous);
        File.Delete(path);
        return file;
    }
}
