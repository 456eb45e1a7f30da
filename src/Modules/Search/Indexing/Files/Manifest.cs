using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sward.Search;

/// <summary>Which files make up an index. One line of JSON behind its checksum; whatever it does not name is rubbish.</summary>
/// <param name="Form">How the files are to be read: with another form they are of no use.</param>
/// <param name="Version">All changes of documents up to this one are in the files; some later ones may be, too.</param>
/// <param name="Mark">Known to the database whose changes these are, see <see cref="SavedIndex"/>; null for an empty index.</param>
internal sealed record Manifest(string Form, long Version, string? Mark, IReadOnlyList<ManifestEntry> Segments)
{
    private const string FileName = "manifest";

    public IEnumerable<string> Files => [FileName, .. Segments.SelectMany(s => new[] { s.Segment.Name, s.State.Name })];

    /// <summary>The manifest of a folder; null when there is none, or none that is whole.</summary>
    public static Manifest? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file) || File.ReadAllText(file).Split('\n') is not [var checksum, var json])
        {
            return null;
        }

        return string.Equals(checksum, ChecksumOf(json), StringComparison.Ordinal) ? JsonSerializer.Deserialize<Manifest>(json) : null;
    }

    /// <summary>Takes the place of the manifest before, at once or not at all.</summary>
    public void Write(string folder)
    {
        var json = JsonSerializer.Serialize(this);
        var file = Path.Combine(folder, FileName);
        WrittenFile.Write($"{file}.new", Encoding.UTF8.GetBytes($"{ChecksumOf(json)}\n{json}"));
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static string ChecksumOf(string json) => Checksum.Of(Encoding.UTF8.GetBytes(json)).ToString("x8", CultureInfo.InvariantCulture);
}

/// <summary>A segment: its documents and postings, which never change, and its marks and deaths as of the manifest's version or later.</summary>
internal sealed record ManifestEntry(WrittenFile Segment, WrittenFile State);

/// <summary>A file that was written once and is never changed.</summary>
internal sealed record WrittenFile(string Name, long Length, uint Checksum)
{
    public static WrittenFile Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        return Of(Path.GetFileName(path), bytes);
    }

    public static WrittenFile Of(string name, ReadOnlySpan<byte> bytes) => new(name, bytes.Length, Search.Checksum.Of(bytes));

    public bool IsWhole(ReadOnlySpan<byte> bytes) => bytes.Length == Length && Search.Checksum.Of(bytes) == Checksum;
}
