using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>A resident who has moved in.</summary>
internal sealed record Settler(Resident Text, TownPerson Card)
{
    public long Id => Card.Id;

    public bool Speaks(string language) => string.Equals(language, Card.Language, StringComparison.Ordinal);

    /// <summary>How likely this person turns to something in a language and on a channel.</summary>
    public double DrawnTo(string language, string channel) =>
        (Speaks(language) ? 1 : 0.12) * (Card.Interests.Contains(channel, StringComparer.Ordinal) ? 3 : 1);
}

/// <summary>People move in: merchants first, a few only lately.</summary>
internal static class Settling
{
    public static IReadOnlyList<Settler> Settle(Site site, Gallery gallery, Func<string> newPassword)
    {
        var merchants = Shop.All.Select(shop => shop.Owner).ToHashSet(StringComparer.Ordinal);
        return [.. site.Dice.For("arrivals").Shuffle(Resident.All).Select(resident => MoveIn(site, gallery, resident, merchants.Contains(resident.Handle), newPassword))];
    }

    private static Settler MoveIn(Site site, Gallery gallery, Resident resident, bool isMerchant, Func<string> newPassword)
    {
        var dice = site.Dice.For($"people/{resident.Handle}");
        var isNewcomer = !isMerchant && resident.Role is null && resident.Notes.Count < 7 && dice.Chance(0.5);
        var joined = site.Moment(dice, isMerchant ? dice.Between(440, 520) : isNewcomer ? dice.Between(40, 80) : dice.Between(105, 430));
        var id = site.Ids.Next(joined);
        var avatar = gallery.Hang($"avatars/{resident.Handle}", id, resident.Language, joined, chance => Portrait.Draw(resident.Avatar, chance));
        return new Settler(resident, new TownPerson(
            id, resident.Handle, resident.Nickname, resident.Bio, resident.Region, resident.Language, $"{resident.Handle}@town.example",
            resident.Role is null ? null : newPassword(), resident.Role is "operator", avatar, resident.Interests, joined));
    }
}
