using Sward.Contracts.Town;

namespace Sward.Town;

/// <summary>A product on the market.</summary>
internal sealed record Stall(Goods Text, TownProduct Card, Settler Merchant);

/// <summary>The stores and their goods.</summary>
internal sealed record Market(IReadOnlyList<TownStore> Stores, IReadOnlyList<Stall> Stalls)
{
    private readonly Dictionary<string, Stall> _byKey = Stalls.ToDictionary(stall => stall.Text.Key, StringComparer.Ordinal);

    public Stall this[string key] => _byKey.TryGetValue(key, out var stall) ? stall : throw new KeyNotFoundException($"No store sells '{key}'.");

    public static Market Open(Site site, Gallery gallery, IReadOnlyList<Settler> settlers)
    {
        var stores = new List<TownStore>();
        var stalls = new List<Stall>();
        var mentioned = Resident.All.SelectMany(resident => resident.Notes).SelectMany(note => note.Goods).ToHashSet(StringComparer.Ordinal);
        foreach (var shop in Shop.All)
        {
            var dice = site.Dice.For($"stores/{shop.Key}");
            var owner = settlers.Single(settler => string.Equals(settler.Text.Handle, shop.Owner, StringComparison.Ordinal));
            var opened = site.Moment(dice, dice.Between(260, 430));
            var id = site.Ids.Next(opened);
            var logo = gallery.Hang($"logos/{shop.Key}", owner.Id, owner.Card.Language, opened, chance => Emblem.Draw(shop.Logo, chance));
            stores.Add(new TownStore(id, owner.Id, shop.Name, shop.Kind, shop.Story, logo, shop.ThresholdMinor, shop.OffMinor, opened));
            stalls.AddRange(shop.Goods.Select(goods => List(site, gallery, id, owner, goods, mentioned.Contains(goods.Key))));
        }

        return new Market(stores, stalls);
    }

    private static Stall List(Site site, Gallery gallery, long storeId, Settler owner, Goods goods, bool isMentioned)
    {
        var dice = site.Dice.For($"goods/{goods.Key}");

        // What notes tell of was there before them; the rest may be news.
        var listed = site.Moment(dice, !isMentioned && dice.Chance(0.3) ? dice.Between(4, 40) : dice.Between(112, 250));
        var id = site.Ids.Next(listed);
        var front = gallery.Hang($"goods/{goods.Key}/front", owner.Id, owner.Card.Language, listed, chance => Scene.Product(goods.Motif, chance));
        long[] pictures = dice.Chance(0.4)
            ? [front, gallery.Hang($"goods/{goods.Key}/use", owner.Id, owner.Card.Language, listed, chance => Scene.Still(goods.Motif, Shape.Square, chance))]
            : [front];

        // Some variants are nearly gone, but never all of a product: there is always something to buy.
        var skus = Variants(goods.Options)
            .Select((variant, index) => new TownSku(
                site.Ids.Next(listed), $"{goods.Key.ToUpperInvariant()}-{index + 1:00}", variant.Options, goods.PriceMinor + variant.ExtraMinor,
                index > 0 && dice.Chance(0.06) ? dice.Between(0, 4) : dice.Between(16, 160)))
            .ToArray();
        return new Stall(
            goods,
            new TownProduct(id, storeId, goods.Name, goods.Origin, goods.Category, goods.Brand, goods.Description, pictures, skus, listed),
            owner);
    }

    private static IEnumerable<(IReadOnlyDictionary<string, string> Options, long ExtraMinor)> Variants(IEnumerable<Option> options)
    {
        IEnumerable<(Dictionary<string, string> Options, long ExtraMinor)> variants = [(new Dictionary<string, string>(StringComparer.Ordinal), 0)];
        foreach (var option in options)
        {
            variants = variants.SelectMany(variant => option.Choices.Select(choice => (
                new Dictionary<string, string>(variant.Options, StringComparer.Ordinal) { [option.Name] = choice.Value },
                variant.ExtraMinor + choice.ExtraMinor)));
        }

        return variants.Select(variant => ((IReadOnlyDictionary<string, string>)variant.Options, variant.ExtraMinor));
    }
}
