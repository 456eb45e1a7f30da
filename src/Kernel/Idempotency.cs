using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Sward.Kernel;

/// <summary>The answer that was given under an Idempotency-Key; kept for a day.</summary>
internal sealed class IdempotentAnswer
{
    [Personal]
    public required string Scope { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    public int Status { get; init; }

    public string? Location { get; init; }

    [Personal]
    public required string Body { get; init; }

    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<IdempotentAnswer>
    {
        public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
        {
            builder.ToTable("kernel_idempotent_answer");
            builder.HasKey(a => new { a.Scope, a.Key });
            builder.Property(a => a.Scope).HasMaxLength(80);
            builder.Property(a => a.Key).HasMaxLength(100);
            builder.Property(a => a.RequestHash).HasMaxLength(64);
            builder.HasIndex(a => a.At);
        }
    }
}

/// <summary>
/// Makes a creating POST safe to repeat. The handler stores its answer in the transaction of its effect; whoever comes second with the same key finds
/// the key taken, rolls back, and is given the first answer. The same key with another request is refused.
/// </summary>
public sealed class Idempotency(TimeProvider clock, IOptions<JsonOptions> json)
{
    /// <summary>Whether a text can be a key: forms that bring one of their own are held to the header's rule.</summary>
    public static bool IsKey([NotNullWhen(true)] string? text) => text is { Length: >= 8 and <= 100 };

    /// <summary>The stored row's identity, or null when the client sent no key.</summary>
    internal (string Scope, string Key, string Hash)? Request { get; set; }

    /// <summary>What the client sent as Idempotency-Key.</summary>
    public string? Key => Request?.Key;

    internal bool Kept { get; private set; }

    /// <summary>Stores a 201 answer beside the effect, commits both, and returns the answer.</summary>
    public async Task<Created<T>> CreatedAsync<T>(ModuleDb db, IDbContextTransaction transaction, string location, T body, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (Answer(StatusCodes.Status201Created, location, body) is { } answer && !await db.InsertOnceAsync(answer, ct))
        {
            throw new IdempotencyKeyTaken();
        }

        await transaction.CommitAsync(ct);
        return TypedResults.Created(location, body);
    }

    /// <summary>Adds a 201 answer to what the next SaveChanges writes, for writers that commit many answers in one batch.</summary>
    public void Keep<T>(ModuleDb db, string location, T body)
    {
        if (Answer(StatusCodes.Status201Created, location, body) is { } answer)
        {
            db.Add(answer);
        }
    }

    /// <summary>Whether somebody has committed an answer under the key; to be asked under the lock that decides.</summary>
    public async Task<bool> IsTakenAsync(ModuleDb db, CancellationToken ct) =>
        Request is { } request && await db.Set<IdempotentAnswer>().AnyAsync(a => a.Scope == request.Scope && a.Key == request.Key, ct);

    private IdempotentAnswer? Answer<T>(int status, string? location, T body)
    {
        Kept = true;
        return Request is not { } request ? null : new()
        {
            Scope = request.Scope,
            Key = request.Key,
            RequestHash = request.Hash,
            Status = status,
            Location = location,
            Body = JsonSerializer.Serialize(body, json.Value.SerializerOptions),
            At = clock.GetUtcNow(),
        };
    }
}

/// <summary>Another request with the same key committed first; the caller is given its answer.</summary>
#pragma warning disable CA1032, CA1710, RCS1194 // A signal to the kernel's filter: there is nothing to say.
public sealed class IdempotencyKeyTaken : Exception;
#pragma warning restore CA1032, CA1710, RCS1194

/// <summary>Marks endpoints that honour the Idempotency-Key header, for the OpenAPI document.</summary>
internal sealed record HonoursIdempotencyKey(bool Required);

/// <summary>The endpoint filter behind the Idempotency-Key header.</summary>
public static class IdempotencyExtensions
{
    public const string Header = "Idempotency-Key";

    /// <summary>Honours the header; without it the request is refused when <paramref name="required"/>.</summary>
    public static TBuilder WithIdempotency<TBuilder>(this TBuilder endpoint, bool required = false) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter((context, next) => FilterAsync(context, next, required)).WithMetadata(new HonoursIdempotencyKey(required));

    /// <summary>Lets the filter read a JSON body again after it was bound.</summary>
    internal static void UseIdempotencyBuffering(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Headers.ContainsKey(Header) && http.Request.HasJsonContentType())
        {
            http.Request.EnableBuffering();
        }

        return next(http);
    });

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, bool required)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            return required ? Problems.BadRequest("kernel.idempotency-key-required") : await next(context);
        }

        if (!Idempotency.IsKey(key))
        {
            return Problems.BadRequest("kernel.idempotency-key-invalid");
        }

        var request = (Scope: ScopeOf(http), Key: key, Hash: await HashAsync(http));
        if (await ReplayAsync(http, request) is { } earlier)
        {
            return earlier;
        }

        http.RequestServices.GetRequiredService<Idempotency>().Request = request;
        try
        {
            return await next(context);
        }
        catch (IdempotencyKeyTaken)
        {
            return await ReplayAsync(http, request) ?? Problems.Conflict("kernel.still-working");
        }
    }

    private static async Task<IResult?> ReplayAsync(HttpContext http, (string Scope, string Key, string Hash) request)
    {
        var db = http.RequestServices.GetRequiredService<KernelDb>();
        var earlier = await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Scope == request.Scope && a.Key == request.Key, http.RequestAborted);
        if (earlier is null)
        {
            return null;
        }

        if (!string.Equals(earlier.RequestHash, request.Hash, StringComparison.Ordinal))
        {
            return Problems.Unprocessable("kernel.idempotency-key-reused");
        }

        http.Response.Headers.Location = earlier.Location;
        return TypedResults.Content(earlier.Body, "application/json; charset=utf-8", Encoding.UTF8, earlier.Status);
    }

    private static string ScopeOf(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
        ? $"account:{account}"
        : $"client:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(http.ClientAddress())))[..32]}";

    private static async Task<string> HashAsync(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path} {http.Request.ContentLength}\n"));
        // An upload is told apart by its length; reading 50 MB twice to be surer is not worth it.
        if (http.Request.HasJsonContentType())
        {
            http.Request.Body.Position = 0;
            var buffer = new byte[8192];
            for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
