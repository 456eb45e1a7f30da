using Microsoft.Extensions.Logging.Abstractions;
using Sward.Search;

namespace Sward.Tests.Search;

public sealed class SegmentFolderTests : IDisposable
{
    private const int Documents = 1_500;

    private readonly string folder = Directory.CreateTempSubdirectory("sward-segments-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_restart_begins_where_the_last_save_was()
    {
        await FillAsync(after: index =>
        {
            index.Put([Document(1, text: 1, mark: 77)]);
            index.Remove(2);
            index.Reached(Documents + 2);
            index.Save("mark");
            index.Remove(3);
        });

        using var index = Open();
        Assert.Equal((Documents + 2L, Documents - 1), (index.Version, index.Count));
        Assert.Equal(77, Marks(index)[1]);
        Assert.False(Marks(index).ContainsKey(2));
        Assert.True(Marks(index).ContainsKey(3), "What was not saved has to be told again.");
    }

    [Fact]
    public async Task Merged_and_outdated_files_are_deleted()
    {
        await FillAsync(after: index =>
        {
            index.Put([Document(1, text: 1, mark: 1)]);
            index.Save("mark");
        });

        var manifest = Manifest.Read(folder)!;
        Assert.Equal(manifest.Files.Order(), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order());
        Assert.InRange(manifest.Segments.Count, 2, 14);
    }

    [Theory]
    [InlineData("garbled manifest")]
    [InlineData("short manifest")]
    [InlineData("garbled segment")]
    [InlineData("short segment")]
    [InlineData("empty segment")]
    [InlineData("missing segment")]
    [InlineData("garbled state")]
    [InlineData("missing state")]
    public async Task Damage_is_seen_the_rest_serves_and_reading_again_repairs(string damage)
    {
        await FillAsync();
        Break(damage);

        using (var index = Open())
        {
            Assert.Equal(0, index.Version);
            Assert.Equal(!damage.EndsWith("manifest", StringComparison.Ordinal), index.Count is > 0 and < Documents);
            PutAll(index);
            index.Reached(Documents);
            index.Save("mark");
        }

        using var repaired = Open();
        Assert.Equal((Documents, Documents), (repaired.Version, repaired.Count));
        Assert.Equal(Enumerable.Range(0, Documents).ToDictionary(id => (long)id, id => id % 50), Marks(repaired));
    }

    [Fact]
    public async Task Files_of_another_form_are_not_read()
    {
        await FillAsync();
        var other = Tuning.Notes with { Saturation = 2 };
        using var index = new SearchIndex<int>(other, new SegmentFolder<int>(folder, other, NullLogger.Instance));
        Assert.Equal((0, 0), (index.Version, index.Count));
    }

    [Fact]
    public async Task An_emptied_index_stays_empty()
    {
        await FillAsync(after: index => index.Clear());
        using var index = Open();
        Assert.Equal((0, 0), (index.Version, index.Count));
        Assert.Equal(["manifest"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
    }

    private async Task FillAsync(Action<SearchIndex<int>>? after = null)
    {
        using var index = Open();
        PutAll(index);
        await index.SettleAsync();
        index.Reached(Documents);
        index.Save("mark");
        after?.Invoke(index);
    }

    private void Break(string damage)
    {
        var (how, what) = (damage.Split(' ')[0], damage.Split(' ')[1]);
        var entry = Manifest.Read(folder)!.Segments[^1];
        var file = Path.Combine(folder, what switch { "manifest" => "manifest", "segment" => entry.Segment.Name, _ => entry.State.Name });
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.Delete(file);
        if (how is not "missing")
        {
            File.WriteAllBytes(file, how switch { "garbled" => bytes, "short" => bytes[..(bytes.Length / 3)], _ => [] });
        }
    }

    /// <summary>A small head, so that there are many segments and merges.</summary>
    private SearchIndex<int> Open() => new(Tuning.Notes, new SegmentFolder<int>(folder, Tuning.Notes, NullLogger.Instance), headSize: 1_000);

    private static void PutAll(SearchIndex<int> index)
    {
        foreach (var ids in Enumerable.Range(0, Documents).Chunk(130))
        {
            index.Put([.. ids.Select(id => Document(id, id, id % 50))]);
        }
    }

    private static Indexed<int> Document(int id, int text, int mark) => new(id, TextVersion: 1, mark, () => [new(Field.Title, "早餐"), .. RandomText.Of(new Random(text))]);

    /// <summary>The marks of all documents, by id.</summary>
    private static Dictionary<long, int> Marks(SearchIndex<int> index) =>
        index.Find(Query.Parse("早餐"), 1, Documents, new((float _, in int mark) => mark, Most: null)).Hits.ToDictionary(hit => hit.Id, hit => (int)hit.Rank);
}
