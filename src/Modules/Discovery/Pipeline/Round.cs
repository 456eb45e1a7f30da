namespace Sward.Discovery.Pipeline;

/// <summary>What all sources found in one go.</summary>
internal sealed class Round
{
    /// <summary>Up to here every source has said all it has; beyond it another source may still have a better note, so that part waits for the next round.</summary>
    public Mark Horizon { get; private set; } = Mark.End;

    /// <summary>No source has more.</summary>
    public bool IsLast => Horizon == Mark.End;

    public bool IsAnswered { get; private set; }

    public List<Candidate> Candidates { get; } = [];

    /// <summary>For the places of <see cref="Places"/>.</summary>
    public List<Candidate> Reserved { get; } = [];

    public Places Places { get; private set; }

    public void Add(ISource source, Harvest harvest, Func<FeedNote, long> score)
    {
        // Picks stand between the notes of the order; alone they are no page.
        IsAnswered |= harvest.Picks is null;
        foreach (var note in harvest.Notes)
        {
            Candidates.Add(new Candidate(note, source, score(note)));
        }

        if (harvest.HasMore && harvest.Notes.Count > 0 && Horizon.IsAfter(Candidates[^1].Mark))
        {
            Horizon = Candidates[^1].Mark;
        }

        foreach (var pick in harvest.Picks ?? [])
        {
            Candidates.Add(new Candidate(pick.Note, source, pick.Score) { Why = pick.Why, IsEarly = pick.IsEarly, Team = pick.Team });
        }

        if (harvest.Reserved is { } reserved)
        {
            Places = reserved.Places;
            Reserved.AddRange(reserved.Picks.Select(pick => new Candidate(pick.Note, source, pick.Score) { Why = pick.Why }));
        }
    }
}
