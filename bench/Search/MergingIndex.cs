using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Sward.Contracts.Notes;
using Sward.Search;

namespace Sward.Bench;

/// <summary>Writes, seals, merges and saves an index without end, to be killed. What it has written after each step is known from the number of the step.</summary>
internal static class MergingIndex
{
    private const int NotesOfStep = 150, AllNotes = 20_000, TextWords = 30;

    /// <summary>Every few steps the head is sealed; eight heads make a merge of a hundred kilobytes, sixty-four of a megabyte.</summary>
    private const int HeadSize = 8_000;

    /// <summary>Words of all notes.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } = ["早餐", "咖啡", "手冲", "露营", "coffee", "running", "家", "猫", "拿铁", "run", "shoes", .. Enumerable.Range(0, 400).Select(n => $"w{n}")];

    public static SearchIndex<NoteMarks> Open(string folder) => new(Tuning.Notes, new SegmentFolder<NoteMarks>(folder, Tuning.Notes, NullLogger.Instance), HeadSize);

    /// <summary>Goes on from the step that was saved last.</summary>
    public static void Run(string folder)
    {
        using var index = Open(folder);
        for (var step = (int)index.Version + 1; ; step++)
        {
            Apply(index, step);
            index.Save(step.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>New texts for some notes, and some that go.</summary>
    public static void Apply(SearchIndex<NoteMarks> index, int step)
    {
        var random = new Random(step);
        long[] ids = [.. Enumerable.Range(0, NotesOfStep).Select(_ => (long)random.Next(AllNotes)).Distinct()];
        index.Put([.. ids.Select(id => NoteOf(id, step, string.Join(' ', random.GetItems([.. Vocabulary], TextWords)), likes: random.Next(1_000)))]);
        foreach (var id in ids.Where(id => id % 9 == 0))
        {
            index.Remove(id);
        }

        index.Reached(step);
    }

    private static Indexed<NoteMarks> NoteOf(long id, int step, string text, int likes) =>
        new(id, TextVersion: step, new NoteMarks(AuthorId: 1, default, Term.Of("picture"), Audience.Everybody, likes, 0, 0), () => [new(Field.Body, text)]);
}
