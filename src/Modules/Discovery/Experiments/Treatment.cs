using System.Globalization;
using System.Text;

namespace Sward.Discovery.Experiments;

/// <summary>All arms that somebody meets, and what they make of ranking together.</summary>
internal sealed record Treatment(Tuning Tuning, IReadOnlyList<(long ExperimentId, string Arm)> Arms)
{
    private const string Mark = "arm:";

    public static Treatment None { get; } = new(Tuning.None, []);

    /// <summary>Adds <c> arm:ID:NAME</c> for each arm to the description of a served page.</summary>
    public void Write(StringBuilder detail)
    {
        foreach (var (experimentId, arm) in Arms)
        {
            detail.Append(CultureInfo.InvariantCulture, $" {Mark}{experimentId}:{arm}");
        }
    }

    /// <summary>The arms in the description of a served page.</summary>
    public static IEnumerable<(long ExperimentId, string Arm)> Read(string detail)
    {
        foreach (var word in detail.Split(' '))
        {
            if (word.StartsWith(Mark, StringComparison.Ordinal) && word.Split(':') is [_, var id, var arm])
            {
                yield return (long.Parse(id, CultureInfo.InvariantCulture), arm);
            }
        }
    }
}
