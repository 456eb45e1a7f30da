using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Sward.Discovery.Learning.Models;

/// <summary>Reads the file of a model straight into the arrays that will serve: it is never in memory twice. Nothing that was read may be used before <see cref="Close"/> said that it is what was written.</summary>
/// <param name="checksum">SHA-256 of the file, as its row names it.</param>
internal sealed class ModelReader(Stream file, string checksum) : IDisposable
{
    /// <summary>Bytes that are hashed while they are still in the processor's cache.</summary>
    private const int Piece = 1 << 18;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long left = file.Length;

    public bool IsAtEnd => left == 0;

    public long Length { get; } = file.Length;

    /// <summary>Reads a model by <paramref name="read"/>. Throws <see cref="InvalidDataException"/> when the file is not the one that was written.</summary>
    public static T Read<T>(Stream file, string checksum, Func<ModelReader, T> read)
    {
        using var reader = new ModelReader(file, checksum);
        return read(reader);
    }

    /// <summary>The mark with which a file of this form begins.</summary>
    public void Expect(int form)
    {
        if (Next<int>() != form)
        {
            throw new InvalidDataException("The file has another form.");
        }
    }

    public T Next<T>() where T : unmanaged
    {
        T value = default;
        Fill(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref value, 1)));
        return value;
    }

    /// <summary>An array with its length before it.</summary>
    public T[] NextArray<T>() where T : unmanaged => NextArray<T>(Next<int>());

    public T[] NextArray<T>(int count) where T : unmanaged
    {
        if (count < 0 || (long)count * Unsafe.SizeOf<T>() > left)
        {
            throw new InvalidDataException("The file is not the one that was written.");
        }

        var (values, piece) = (GC.AllocateUninitializedArray<T>(count), Piece / Unsafe.SizeOf<T>());
        for (var at = 0; at < count; at += piece)
        {
            Fill(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(piece, count - at))));
        }

        return values;
    }

    /// <summary>Everything was read, and is what was written. Throws <see cref="InvalidDataException"/> otherwise.</summary>
    public void Close()
    {
        if (!IsAtEnd || !string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), checksum, StringComparison.Ordinal))
        {
            throw new InvalidDataException("The file is not the one that was written.");
        }
    }

    public void Dispose() => hash.Dispose();

    private void Fill(Span<byte> bytes)
    {
        if (bytes.Length > left)
        {
            throw new InvalidDataException("The file ends too early.");
        }

        file.ReadExactly(bytes);
        hash.AppendData(bytes);
        left -= bytes.Length;
    }
}
