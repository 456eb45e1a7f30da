using System.Text.Json;

namespace Sward.Bench.Recommend;

/// <summary>The settings a search chose for a set, with its log. Kept beside the bench, so that everybody sees what was tried.</summary>
internal sealed record Choice<T>(T Settings, IReadOnlyList<Trial> Log)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What was chosen before; searches when nothing was, or when asked to.</summary>
    public static T Of(string set, bool searchAgain, Func<Choice<T>> search)
    {
        var file = Path.Combine("bench", "Recommend", $"{set}.json");
        if (!searchAgain && File.Exists(file))
        {
            return JsonSerializer.Deserialize<Choice<T>>(File.ReadAllText(file), Readable)!.Settings;
        }

        Console.WriteLine($"searching on the hold-out of {set}");
        var choice = search();
        File.WriteAllText(file, JsonSerializer.Serialize(choice, Readable) + "\n");
        return choice.Settings;
    }
}
