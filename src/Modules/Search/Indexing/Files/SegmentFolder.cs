using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Sward.Search;

/// <summary>Keeps the sealed segments of one index as files. Files are written once, to the disk, and count from when the manifest names them.</summary>
internal sealed class SegmentFolder<TMarks> where TMarks : unmanaged
{
    /// <summary>To be raised when words are cut or files are written in another way.</summary>
    private const int Format = 3;

    private readonly string folder;
    private readonly string form;
    private readonly ILogger log;
    private readonly Dictionary<SealedSegment<TMarks>, SavedSegment> saved = [];
    private readonly List<string> unnamed = [];
    private int lastNumber;

    public SegmentFolder(string folder, Tuning tuning, ILogger log)
    {
        (this.folder, this.log) = (folder, log);
        form = string.Create(CultureInfo.InvariantCulture, $"{Format}, marks of {Unsafe.SizeOf<TMarks>()} bytes, {JsonSerializer.Serialize(tuning)}");
    }

    /// <summary>What was saved last. Segments that are damaged are left out, and then the version is 0: everything has to be read again, which repairs it.</summary>
    public (long Version, string? Mark, IReadOnlyList<SealedSegment<TMarks>> Segments) Open()
    {
        Directory.CreateDirectory(folder);
        var manifest = Manifest.Read(folder) is { } found && string.Equals(found.Form, form, StringComparison.Ordinal) ? found : new Manifest(form, 0, Mark: null, []);
        Sweep(manifest);
        List<SealedSegment<TMarks>> whole = [.. manifest.Segments.Select(TryOpen).OfType<SealedSegment<TMarks>>()];
        return (whole.Count == manifest.Segments.Count ? manifest.Version : 0, manifest.Mark, whole);
    }

    /// <summary>Writes a segment to a file of its own; any thread may.</summary>
    public SegmentBytes Write(Action<Stream> write)
    {
        var path = NewPath("segment");
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 20))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        return Map(path);
    }

    /// <summary>From now on a restart begins with these segments and this version.</summary>
    public void Save(long version, string? mark, IReadOnlyList<SealedSegment<TMarks>> segments)
    {
        var manifest = new Manifest(form, version, mark, [.. segments.Select(Save)]);
        manifest.Write(folder);
        foreach (var gone in saved.Keys.Except(segments).ToList())
        {
            saved.Remove(gone);
        }

        foreach (var file in unnamed)
        {
            File.Delete(Path.Combine(folder, file));
        }

        unnamed.Clear();
    }

    /// <summary>Unmaps a segment that was merged into another. Its files go when the manifest no longer names them.</summary>
    public void Drop(SealedSegment<TMarks> segment)
    {
        segment.Bytes.Dispose();
        unnamed.Add(segment.Bytes.Name!);
        if (saved.TryGetValue(segment, out var before))
        {
            unnamed.Add(before.Entry.State.Name);
        }
    }

    public void CouldNotMerge(Exception error) => log.LogWarning(error, "Segments in {Folder} could not be merged", folder);

    private ManifestEntry Save(SealedSegment<TMarks> segment)
    {
        var before = saved.GetValueOrDefault(segment);
        if (before is not null && before.Changes == segment.Changes)
        {
            return before.Entry;
        }

        if (before is not null)
        {
            unnamed.Add(before.Entry.State.Name);
        }

        var state = WrittenFile.Write(NewPath("state"), [.. MemoryMarshal.AsBytes(segment.AllDead), .. MemoryMarshal.AsBytes(segment.AllMarks)]);
        var entry = new ManifestEntry(before?.Entry.Segment ?? WrittenFile.Of(segment.Bytes.Name!, segment.Bytes.Memory.Span), state);
        saved[segment] = new(entry, segment.Changes);
        return entry;
    }

    private SealedSegment<TMarks>? TryOpen(ManifestEntry entry)
    {
        try
        {
            var state = File.ReadAllBytes(PathOf(entry.State.Name)).AsSpan();
            var bytes = Map(PathOf(entry.Segment.Name));
            if (entry.State.IsWhole(state) && entry.Segment.IsWhole(bytes.Memory.Span))
            {
                var documents = new SegmentLayout(bytes.Memory).Documents;
                var segment = new SealedSegment<TMarks>(bytes, MemoryMarshal.Cast<byte, TMarks>(state[documents..]).ToArray(), MemoryMarshal.Cast<byte, bool>(state[..documents]).ToArray());
                saved[segment] = new(entry, segment.Changes);
                return segment;
            }

            bytes.Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.LogWarning(error, "A file of the index cannot be read");
        }

        log.LogWarning("{File} in {Folder} is damaged or missing: it is left out, and the index is read from the database again", entry.Segment.Name, folder);
        return null;
    }

    private static SegmentBytes Map(string path)
    {
        var mapped = new MappedFile(path);
        return new SegmentBytes(mapped.Memory, Path.GetFileName(path), mapped);
    }

    /// <summary>Deletes what a run that was cut short has left, and goes on counting behind all there is.</summary>
    private void Sweep(Manifest manifest)
    {
        var named = manifest.Files.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            lastNumber = Math.Max(lastNumber, int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
            if (!named.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    private string NewPath(string kind) => PathOf(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref lastNumber)}.{kind}"));

    private string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>What the manifest says of a segment, and how many changes that includes.</summary>
    private sealed record SavedSegment(ManifestEntry Entry, int Changes);
}
