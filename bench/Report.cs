using System.Text.Json;

namespace Sward.Bench;

/// <summary>What a bench found: a JSON line for each figure as it comes, and one at the end that says whether the aims were met.</summary>
internal sealed class Report(string bench)
{
    private readonly Dictionary<string, double> figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aims = new(StringComparer.Ordinal);
    private bool met = true;

    public void Say(string figure, double value)
    {
        figures[figure] = Math.Round(value, 4);
        Console.WriteLine(JsonSerializer.Serialize(new { figure, value = figures[figure] }));
    }

    public void AtLeast(string figure, double value, double aim)
    {
        aims[figure] = $">= {aim}";
        met &= value >= aim;
        Say(figure, value);
    }

    public void AtMost(string figure, double value, double aim)
    {
        aims[figure] = $"<= {aim}";
        met &= value <= aim;
        Say(figure, value);
    }

    public void Exactly(string figure, double value, double aim)
    {
        aims[figure] = $"= {aim}";
        met &= value.Equals(aim);
        Say(figure, value);
    }

    public bool Finish()
    {
        Console.WriteLine(JsonSerializer.Serialize(new { bench, figures, aims, met }));
        return met;
    }
}
