using System.Linq.Expressions;

namespace Sward.Discovery.Learning.Acting;

/// <summary>What somebody did with a note, a row for the two: what models learn from, and what a person's vector is solved from.</summary>
internal sealed class NoteAction
{
    /// <summary>Reading longer says no more.</summary>
    public const int MostDwellSeconds = 300;

    public const int MostBounces = 3;

    /// <summary>No single note may weigh more than a few likes.</summary>
    private const float MostWeight = 4;

    private const float OpenWeight = .1f;
    private const float DwellSecondWeight = .01f;
    private const float MostDwellWeight = .4f;
    private const float FinishWeight = .3f;
    private const float BounceWeight = -.2f;

    [Personal]
    public required long AccountId { get; init; }

    public required long NoteId { get; init; }

    public bool Liked { get; set; }

    public bool Collected { get; set; }

    public bool Commented { get; set; }

    public bool Shared { get; set; }

    public bool Opened { get; set; }

    /// <summary>A video was seen to its end.</summary>
    public bool Finished { get; set; }

    /// <summary>How long they read it in all, at most <see cref="MostDwellSeconds"/>.</summary>
    public int DwellSeconds { get; set; }

    /// <summary>How often they went straight back, at most <see cref="MostBounces"/>.</summary>
    public int Bounces { get; set; }

    /// <summary>When they last did something with it.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What they did on purpose. A like is 1; 0 when all was taken back.</summary>
    public float Reaction => (Liked ? 1 : 0) + (Collected ? 2 : 0) + (Commented ? 3 : 0) + (Shared ? 3 : 0);

    /// <summary>The reaction and what reading says besides, far less than a like; negative when they only went straight back.</summary>
    public float Weight => Math.Min(MostWeight, Reaction + Attention);

    /// <summary>They did something on purpose, as databases are asked.</summary>
    public static Expression<Func<NoteAction, bool>> HasReaction { get; } = action => action.Liked || action.Collected || action.Commented || action.Shared;

    /// <summary>Nothing is left of it.</summary>
    public bool IsNothing => Reaction == 0 && !Opened && !Finished && DwellSeconds == 0 && Bounces == 0;

    private float Attention =>
        (Opened ? OpenWeight : 0) + (Finished ? FinishWeight : 0) + Math.Min(MostDwellWeight, DwellSeconds * DwellSecondWeight) + (Bounces * BounceWeight);

    internal sealed class Mapping : IEntityTypeConfiguration<NoteAction>
    {
        public void Configure(EntityTypeBuilder<NoteAction> action)
        {
            action.HasKey(a => new { a.AccountId, a.NoteId });
            // The last actions of a person, and all of them in order of time.
            action.HasIndex(a => new { a.AccountId, a.At });
            action.HasIndex(a => a.At);
            // Who else did something with a note.
            action.HasIndex(a => new { a.NoteId, a.AccountId });
        }
    }
}
