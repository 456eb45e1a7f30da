using System.Diagnostics;
using Sward.Bench;
using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>A process that merges without end, killed with -9 in the middle of writing a merged segment and anywhere else: it answers as an index that was never disturbed.</summary>
public sealed class MergeKillTests : IDisposable
{
    private const int Kills = 8;

    /// <summary>More than a sealed head takes, so an unnamed file of that size is a merge that is being written.</summary>
    private const int SizeOfMerge = 60_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string folder = Directory.CreateTempSubdirectory("sward-merges-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_index_survives_kills_in_the_middle_of_merges()
    {
        var random = new Random(7);
        var (undisturbed, step, cutShort) = (new SearchIndex<NoteMarks>(Tuning.Notes), 0, 0);
        using (undisturbed)
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await DieAfterAsync(() => kill % 4 == 3 ? StepOf(Manifest.Read(folder)) > step + 3 : MergesBeingWritten().Any(), TimeSpan.FromMilliseconds(random.Next(4)));
                cutShort += MergesBeingWritten().Any() ? 1 : 0;
                using var left = MergingIndex.Open(folder);
                Assert.True(left.Version >= step, "A kill damages nothing.");
                for (; step < left.Version; step++)
                {
                    MergingIndex.Apply(undisturbed, step + 1);
                }

                AssertSame(undisturbed, left);
            }
        }

        Assert.True(cutShort > 0, "No kill came in the middle of a merge.");
    }

    private Process Start()
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Sward.Bench", new DirectoryInfo(AppContext.BaseDirectory).Name, "Sward.Bench.dll"));
        return Process.Start(new ProcessStartInfo("dotnet", [program, "merge", folder]) { UseShellExecute = false })!;
    }

    private static long StepOf(Manifest? manifest) => manifest?.Version ?? 0;

    private IEnumerable<FileInfo> MergesBeingWritten()
    {
        var named = Manifest.Read(folder)?.Files.ToHashSet(StringComparer.Ordinal) ?? [];
        return new DirectoryInfo(folder).EnumerateFiles("*.segment").Where(file => !named.Contains(file.Name) && file is { Exists: true, Length: > SizeOfMerge });
    }

    /// <summary>Starts the process and kills it a moment after something is so.</summary>
    private async Task DieAfterAsync(Func<bool> isSo, TimeSpan moment)
    {
        using var child = Start();
        try
        {
            var giveUpAt = TimeProvider.System.GetUtcNow() + Patience;
            while (!isSo())
            {
                Assert.False(child.HasExited, "The process ended by itself.");
                Assert.True(TimeProvider.System.GetUtcNow() < giveUpAt, "The moment never came.");
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, AppFixture.Ct);
            }

            await Task.Delay(moment, TimeProvider.System, AppFixture.Ct);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    private static void AssertSame(SearchIndex<NoteMarks> one, SearchIndex<NoteMarks> other)
    {
        Assert.Equal((one.Version, one.Count), (other.Version, other.Count));
        foreach (var word in MergingIndex.Vocabulary)
        {
            Assert.Equal(AllWith(word, one), AllWith(word, other));
        }
    }

    private static IReadOnlyList<Hit> AllWith(string word, SearchIndex<NoteMarks> index) =>
        index.Find(Query.Parse(word), 1, 30_000, new((float _, in NoteMarks note) => note.Likes, Most: null)).Hits;
}
