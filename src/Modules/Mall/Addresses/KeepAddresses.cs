using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Accounts;

namespace Sward.Mall.Addresses;

/// <summary>The account's address book, newest first. Orders keep the address they were made with.</summary>
internal sealed class KeepAddresses(MallDb db, ICurrentAccount account, Idempotency once, Ids ids)
{
    private const int Most = 50;

    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(60)] string Name,
        [property: Required, RegularExpression(@"^\+?[0-9 ()\-]{5,30}$")] string Phone,
        [property: Required, RegularExpression("^[A-Z]{2}$")] string Country,
        [property: Required, MinLength(1), MaxLength(60)] string Region,
        [property: Required, MinLength(1), MaxLength(60)] string City,
        [property: MaxLength(60)] string? District,
        [property: Required, MinLength(1), MaxLength(200)] string Line,
        [property: MaxLength(20)] string? Postcode);

    public sealed record View(long Id, string Name, string Phone, string Country, string Region, string City, string District, string Line, string Postcode);

    public static void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet("", async (KeepAddresses book, CancellationToken ct) => TypedResults.Ok(new Page<View>(await book.ListAsync(ct), Next: null)))
            .WithName("ListAddresses").RequireAuthorization();
        addresses.MapPost("", (Request request, KeepAddresses book, CancellationToken ct) => book.AddAsync(request, ct))
            .WithName("AddAddress").ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithIdempotency().RequireAuthorization();
        addresses.MapDelete("/{addressId:long}", async (long addressId, KeepAddresses book, CancellationToken ct) =>
        {
            await book.RemoveAsync(addressId, ct);
            return TypedResults.NoContent();
        }).WithName("RemoveAddress").RequireAuthorization();
    }

    public async Task<IReadOnlyList<View>> ListAsync(CancellationToken ct)
    {
        var accountId = account.Id;
        return await db.Addresses.AsNoTracking().Where(a => a.AccountId == accountId).OrderByDescending(a => a.Id)
            .Select(a => new View(a.Id, a.Name, a.Phone, a.Country, a.Region, a.City, a.District, a.Line, a.Postcode)).ToListAsync(ct);
    }

    public async Task<Created<View>> AddAsync(Request request, CancellationToken ct)
    {
        var accountId = account.Id;
        if (await db.Addresses.CountAsync(a => a.AccountId == accountId, ct) >= Most)
        {
            throw new Refusal("mall.too-many-addresses", StatusCodes.Status422UnprocessableEntity, Most);
        }

        var address = new Address
        {
            Id = ids.Next(),
            AccountId = accountId,
            Name = request.Name.Trim(),
            Phone = request.Phone.Trim(),
            Country = request.Country,
            Region = request.Region.Trim(),
            City = request.City.Trim(),
            District = request.District?.Trim() ?? "",
            Line = request.Line.Trim(),
            Postcode = request.Postcode?.Trim() ?? "",
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Addresses.Add(address);
        var view = new View(address.Id, address.Name, address.Phone, address.Country, address.Region, address.City, address.District, address.Line, address.Postcode);
        return await once.CreatedAsync(db, transaction, "/api/v1/addresses", view, ct);
    }

    public Task<int> RemoveAsync(long addressId, CancellationToken ct)
    {
        var accountId = account.Id;
        return db.Addresses.Where(a => a.Id == addressId && a.AccountId == accountId).ExecuteDeleteAsync(ct);
    }
}
