namespace Sward.Discovery.Learning.Matrices;

/// <summary>Makes people by items of what they did, told person by person in order of time. Items get numbers from 0 as they come.</summary>
/// <param name="numbers">The number of each item; two matrices may share them.</param>
internal sealed class RowsOfPeople(Dictionary<long, int> numbers)
{
    /// <summary>A few restless people shall not decide alone, and their rows cost the square of their length: only the last of theirs count.</summary>
    private const int MostPerPerson = 500;

    private readonly List<SparseRow> people = [];
    private readonly List<(int Item, float Weight)> of = [];
    private long account;

    /// <summary>What somebody did with one item. One of no weight gets its number and counts for nothing.</summary>
    public void Add(long accountId, long itemId, float weight)
    {
        if (accountId != account)
        {
            End();
            account = accountId;
        }

        if (!numbers.TryGetValue(itemId, out var item))
        {
            numbers[itemId] = item = numbers.Count;
        }

        if (weight > 0)
        {
            of.Add((item, weight));
        }
    }

    public SparseMatrix ToMatrix()
    {
        End();
        return SparseMatrix.Of(numbers.Count, people);
    }

    private void End()
    {
        if (of.Count > 0)
        {
            var last = of[Math.Max(0, of.Count - MostPerPerson)..];
            people.Add(new([.. last.Select(action => action.Item)], [.. last.Select(action => action.Weight)]));
            of.Clear();
        }
    }
}
