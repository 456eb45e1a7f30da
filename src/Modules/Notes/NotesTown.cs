using Microsoft.Extensions.Options;
using Sward.Contracts.Town;

namespace Sward.Notes;

/// <summary>Plants the notes of the demo town with what people did with them. Its counts are counted from the rows, so they are right.</summary>
internal sealed class NotesTown(NotesDb db, Ids ids, IOptions<NotesOptions> options, TimeProvider clock) : ITownPart
{
    public int Order => 40;

    public async Task PlantAsync(DemoTown town, IProgress<string> progress, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var topics = PlantTopics(town);
        var places = PlantPlaces(town);
        PlantNotes(town, topics, places);
        PlantComments(town);
        PlantReactions(town);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        progress.Report($"{town.Notes.Count} notes, {town.Comments.Count} comments, {town.Reactions.Count} likes and collects");
    }

    private Dictionary<string, Topic> PlantTopics(DemoTown town)
    {
        var topics = town.Notes
            .SelectMany(note => note.Topics.Select(name => (Name: name, Key: TopicName.KeyOf(name), note.PublishedAt)).DistinctBy(t => t.Key, StringComparer.Ordinal))
            .GroupBy(t => t.Key, StringComparer.Ordinal)
            .Select(uses => new Topic { Id = ids.Next(uses.Min(u => u.PublishedAt)), Key = uses.Key, Name = uses.First().Name, NoteCount = uses.Count() })
            .ToDictionary(t => t.Key, StringComparer.Ordinal);
        db.Topics.AddRange(topics.Values);
        return topics;
    }

    private Dictionary<string, Place> PlantPlaces(DemoTown town)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var note in town.Notes.Where(n => n.Place is not null).OrderBy(n => n.PublishedAt))
        {
            if (!places.TryGetValue(note.Place!, out var place))
            {
                place = Place.From(ids.Next(note.PublishedAt), new(note.Place!));
                places.Add(note.Place!, place);
                db.Places.Add(place);
            }

            place.NoteCount++;
        }

        return places;
    }

    private void PlantNotes(DemoTown town, Dictionary<string, Topic> topics, Dictionary<string, Place> places)
    {
        var likes = CountOf(town, "like");
        var collects = CountOf(town, "collect");
        var comments = town.Comments.CountBy(c => c.NoteId).ToDictionary();
        foreach (var planted in town.Notes)
        {
            var note = new Note
            {
                Id = planted.Id,
                AuthorId = planted.AuthorId,
                Kind = planted.Kind is "text" ? NoteKind.Text : NoteKind.Picture,
                Title = planted.Title,
                Body = planted.Body,
                Channel = planted.Channel,
                Topics = [.. planted.Topics],
                PlaceId = planted.Place is null ? null : places[planted.Place].Id,
                MediaIds = [.. planted.MediaIds],
                ProductIds = [.. planted.ProductIds],
                BoughtProductId = planted.BoughtProductId,
                LikeCount = likes.GetValueOrDefault(planted.Id),
                CollectCount = collects.GetValueOrDefault(planted.Id),
                CommentCount = comments.GetValueOrDefault(planted.Id),
                PublishedAt = planted.PublishedAt,
            };
            db.Notes.Add(note);
            db.NoteTopics.AddRange(planted.Topics.Select(TopicName.KeyOf).Distinct(StringComparer.Ordinal).Select(key => new NoteTopic(topics[key].Id, note.Id)));
            db.NoteProducts.AddRange(planted.ProductIds.Distinct().Select(productId => new NoteProduct(productId, note.Id)));
            // Media keeps only what somebody uses.
            db.Announce(note.ToMediaUse(clock.GetUtcNow()));
        }
    }

    private void PlantComments(DemoTown town)
    {
        var authors = town.Comments.ToDictionary(c => c.Id, c => c.AuthorId);
        var replies = town.Comments.Where(c => c.ReplyToId is not null).CountBy(c => c.ReplyToId!.Value).ToDictionary();
        var people = town.People.Select(p => p.Id).ToArray();
        foreach (var planted in town.Comments)
        {
            db.Comments.Add(new Comment
            {
                Id = planted.Id,
                NoteId = planted.NoteId,
                AuthorId = planted.AuthorId,
                ThreadId = planted.ReplyToId,
                ReplyToAccountId = planted.ReplyToId is { } threadId ? authors[threadId] : null,
                Body = planted.Body,
                LikeCount = Math.Min(planted.Likes, people.Length),
                ReplyCount = replies.GetValueOrDefault(planted.Id),
                Rank = Usefulness.RankOf(planted.Likes, planted.At, options.Value.CommentHalfLife),
                At = planted.At,
            });
            db.CommentLikes.AddRange(people.Take(planted.Likes).Select(personId => new CommentLike(personId, planted.Id, planted.At)));
        }
    }

    private void PlantReactions(DemoTown town)
    {
        var notes = town.Notes.ToDictionary(n => n.Id);
        db.Likes.AddRange(town.Reactions.Where(r => r.Kind is "like").Select(r => new Like(r.AccountId, r.NoteId, r.At)));
        foreach (var collects in town.Reactions.Where(r => r.Kind is "collect").GroupBy(r => r.AccountId))
        {
            var board = new Board { Id = ids.Next(collects.Min(c => c.At)), AccountId = collects.Key, Name = "", IsFirst = true, UsedAt = collects.Max(c => c.At) };
            db.Boards.Add(board);
            db.Collects.AddRange(collects.Select(c => new Collect(c.AccountId, c.NoteId, board.Id, notes[c.NoteId].Title, c.At)));
        }
    }

    private static Dictionary<long, int> CountOf(DemoTown town, string kind) => town.Reactions.Where(r => string.Equals(r.Kind, kind, StringComparison.Ordinal)).CountBy(r => r.NoteId).ToDictionary();
}
