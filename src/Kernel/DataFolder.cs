using Microsoft.Extensions.Configuration;

namespace Sward.Kernel;

/// <summary>The folder that holds what an installation must not lose: database, blobs, keys. Locked by the one process that uses it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream? heldLock;

    public DataFolder(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        Directory.CreateDirectory(Root);
        try
        {
            heldLock = new FileStream(Of(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            // Whoever only changes a row of a database that somebody else serves needs no lock of its own.
            if (configuration.GetValue("Data:Guest", defaultValue: false))
            {
                return;
            }

            throw new InvalidOperationException($"Another process uses {Root}.", error);
        }
    }

    public string Root { get; }

    /// <summary>Another process serves this data; this one was let in beside it.</summary>
    public bool IsGuest => heldLock is null;

    public string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Dispose() => heldLock?.Dispose();
}
