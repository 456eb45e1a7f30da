using System.Text;
using Sward.Kernel;

namespace Sward.Tests.Kernel;

public sealed class DiskBlobsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sward-blobs-").FullName;
    private readonly DiskBlobs blobs;

    public DiskBlobsTests() => blobs = new(Path.Combine(folder, "blobs"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Who_reads_while_it_is_replaced_has_the_old_one_whole()
    {
        await WriteAsync("media/ab/1", "the old one");
        await using var reader = await blobs.OpenReadAsync("media/ab/1", AppFixture.Ct);

        await WriteAsync("media/ab/1", "new");

        Assert.Equal("the old one", await TextOfAsync(reader!));
        Assert.Equal("new", await ReadAsync("media/ab/1"));
    }

    [Fact]
    public async Task Of_many_who_write_at_once_one_remains_and_nothing_else()
    {
        var texts = Enumerable.Range(0, 20).Select(writer => new string((char)('a' + writer), 100_000)).ToArray();

        await Task.WhenAll(texts.Select(text => Task.Run(() => WriteAsync("media/ab/1", text), AppFixture.Ct)));

        Assert.Contains(await ReadAsync("media/ab/1"), texts);
        Assert.Equal(["1"], FilesThere());
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_what_was_there()
    {
        await WriteAsync("media/ab/1", "the old one");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => blobs.WriteAsync("media/ab/1", new byte[100], new CancellationToken(canceled: true)));

        Assert.Equal("the old one", await ReadAsync("media/ab/1"));
        Assert.Equal(["1"], FilesThere());
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("media/../../outside")]
    [InlineData("../blobs-of-others/1")]
    [InlineData("/etc/hostname")]
    [InlineData("")]
    public async Task A_key_that_leaves_the_folder_is_refused_whatever_is_asked(string key)
    {
        var outside = Path.Combine(folder, "outside");
        await File.WriteAllTextAsync(outside, "not ours", AppFixture.Ct);

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(key, "ours"));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.OpenReadAsync(key, AppFixture.Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.DeleteAsync(key, AppFixture.Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => KeysAsync(key));

        Assert.Equal("not ours", await File.ReadAllTextAsync(outside, AppFixture.Ct));
        Assert.Equal(["outside"], FilesThere());
    }

    [Fact]
    public async Task What_is_not_there_is_no_error()
    {
        Assert.Null(await blobs.OpenReadAsync("media/ab/1", AppFixture.Ct));
        await blobs.DeleteAsync("media/ab/1", AppFixture.Ct);
        Assert.Empty(await KeysAsync("media/"));
    }

    [Fact]
    public async Task Deleting_takes_one_and_a_list_names_what_is_left_of_its_folder()
    {
        foreach (var key in new[] { "media/ab/1", "media/ab/2", "media/cd/3", "mail/4" })
        {
            await WriteAsync(key, key);
        }

        await blobs.DeleteAsync("media/ab/1", AppFixture.Ct);

        Assert.Null(await blobs.OpenReadAsync("media/ab/1", AppFixture.Ct));
        Assert.Equal(["media/ab/2", "media/cd/3"], await KeysAsync("media/"));
    }

    [Fact]
    public async Task A_file_that_a_crash_left_half_written_is_not_listed()
    {
        await WriteAsync("media/ab/1", "whole");
        await File.WriteAllTextAsync(Path.Combine(folder, "blobs", "media", "ab", "2.0123.part"), "ha", AppFixture.Ct);

        Assert.Equal(["media/ab/1"], await KeysAsync("media/ab/"));
    }

    private Task WriteAsync(string key, string text) => blobs.WriteAsync(key, Encoding.UTF8.GetBytes(text), AppFixture.Ct);

    private async Task<string> ReadAsync(string key)
    {
        await using var stream = await blobs.OpenReadAsync(key, AppFixture.Ct);
        return await TextOfAsync(stream!);
    }

    private static async Task<string> TextOfAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadToEndAsync(AppFixture.Ct);
    }

    private async Task<string[]> KeysAsync(string prefix)
    {
        var keys = new List<string>();
        await foreach (var key in blobs.ListAsync(prefix, AppFixture.Ct))
        {
            keys.Add(key);
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string?> FilesThere() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName);
}
