using Sward.Contracts.Accounts;
using Sward.Discovery.Authors;
using Sward.Discovery.Shelves;
using Sward.Discovery.Suggesting;

namespace Sward.Discovery.People;

/// <summary>People you may like, stage by stage.</summary>
internal sealed class PeopleList(ISecondCircle secondCircle, NoteShelves shelves, AuthorSizes authors, IServiceScopeFactory scopes)
{
    public SuggestionList Stages { get; } = new("people")
    {
        Sources = [new FollowedByFollowed(secondCircle, authors), new AuthorsOfLiked(shelves, scopes), new AuthorsOfInterests(shelves)],
        Between = AuthorsOfShelf.Small(shelves),
        Plain = [AuthorsOfShelf.Hot(shelves)],
    };

    public IReadOnlyList<Rule<Suggestion>> Rules { get; } =
    [
        new("own", (context, person) => person.Id != context.Ask.ReaderId),
        new("followed", (context, person) => !context.Circle.Following.Contains(person.Id)),
        new("blocked", (context, person) => !context.Circle.Blocked.Contains(person.Id)),
        new("muted", (context, person) => !context.Circle.Muted.Contains(person.Id)),
        new("hidden", (context, person) => !context.Hides.CoverPerson(person.Id)),
    ];
}
