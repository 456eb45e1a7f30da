using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sward.Accounts;
using Sward.Contracts.Town;
using Sward.Kernel;
using Sward.Mall;
using Sward.Mall.Addresses;
using Sward.Mall.Catalog;

namespace Sward.Bench;

/// <summary>Fills an empty database by the modules, like the demo town, and signs everybody in.</summary>
internal static class Planting
{
    public static readonly DateTimeOffset Today = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The token that signs a person in.</summary>
    public static string TokenOf(long accountId) => $"bench-{accountId}";

    public static TownPerson Person(Ids ids, string name, int n) => new(
        ids.Next(), FormattableString.Invariant($"{name}{n}"), FormattableString.Invariant($"{name} {n}"), "", "Shanghai", "en", FormattableString.Invariant($"{name}{n}@bench.example"),
        Password: null, IsOperator: false, AvatarId: null, [], Today);

    public static Address Address(Ids ids, long accountId) => new()
    {
        Id = ids.Next(),
        AccountId = accountId,
        Name = "Mei",
        Phone = "13800000000",
        Country = "CN",
        Region = "Zhejiang",
        City = "Hangzhou",
        Line = "1 Lake Road",
    };

    /// <summary>A product on sale with its one variant.</summary>
    public static (Product Product, Sku Sku) Goods(Ids ids, long storeId, long priceMinor)
    {
        var product = new Product { Id = ids.Next(), StoreId = storeId, Name = "Tea", Origin = "Fujian", Category = "food", OnSale = true, PriceMinor = priceMinor };
        return (product, new Sku { Id = ids.Next(), ProductId = product.Id, Code = "one" }.Priced(new Money(priceMinor, MallOptions.DefaultCurrency), ids.Next(), Today));
    }

    public static async Task PlantAsync(IServiceProvider services, Func<DemoTown> gather)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        if (await accounts.Accounts.AnyAsync())
        {
            return;
        }

        var town = gather();
        var progress = new Progress<string>(Console.Error.WriteLine);
        foreach (var part in scope.ServiceProvider.GetServices<ITownPart>().OrderBy(part => part.Order))
        {
            await part.PlantAsync(town, progress, CancellationToken.None);
        }

        await SignInAsync(accounts, town);
    }

    private static async Task SignInAsync(AccountsDb accounts, DemoTown town)
    {
        accounts.ChangeTracker.Clear();
        accounts.Sessions.AddRange(town.People.Select(person => new Session
        {
            Id = person.Id,
            AccountId = person.Id,
            TokenHash = Sessions.HashOf(TokenOf(person.Id)),
            Agent = "bench",
            StartedAt = Today,
            LastSeenAt = DateTimeOffset.MaxValue,
            ExpiresAt = DateTimeOffset.MaxValue,
        }));
        await accounts.SaveChangesAsync();
    }
}
