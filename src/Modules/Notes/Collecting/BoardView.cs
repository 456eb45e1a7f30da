using Microsoft.Extensions.Localization;
using Sward.Contracts.Media;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>A board as people see it.</summary>
/// <param name="Count">Notes on it, gaps included.</param>
/// <param name="Cover">The first picture of the note collected last; null while that is a gap.</param>
internal sealed record BoardView(long Id, long AccountId, string Name, BoardVisibility Visibility, bool IsFirst, int Count, MediaCard? Cover);

/// <summary>Draws boards with their counts and covers, many in one go.</summary>
internal sealed class BoardViews(NotesDb db, INoteCards notes, IMediaCards media, IStringLocalizer texts)
{
    public async Task<IReadOnlyList<BoardView>> OfAsync(IQueryable<Board> boards, long? readerId, CancellationToken ct)
    {
        var rows = await boards.AsNoTracking()
            .Select(b => new
            {
                Board = b,
                Count = db.Collects.Count(c => c.BoardId == b.Id),
                NewestId = db.Collects.Where(c => c.BoardId == b.Id).OrderByDescending(c => c.At).ThenByDescending(c => c.NoteId).Select(c => (long?)c.NoteId).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var cards = await notes.GetAsync([.. rows.Select(r => r.NewestId).OfType<long>().Distinct()], readerId, ct);
        var covers = await media.GetAsync([.. cards.Values.Select(card => card.CoverMediaId)], ct);
        return rows.ConvertAll(row => new BoardView(
            row.Board.Id, row.Board.AccountId, NameOf(row.Board), row.Board.Visibility, row.Board.IsFirst, row.Count,
            row.NewestId is { } id && cards.TryGetValue(id, out var card) ? covers.GetValueOrDefault(card.CoverMediaId) : null));
    }

    private string NameOf(Board board) => board.Name.Length > 0 ? board.Name : texts["notes.board.first"];
}
