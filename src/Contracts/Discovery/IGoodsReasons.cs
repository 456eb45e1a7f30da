namespace Sward.Contracts.Discovery;

/// <summary>Why a product may matter to a reader: a stable code, and a short sentence in the language of the request.</summary>
public sealed record GoodsReason(string Code, string Text);

/// <summary>Says of goods in any list what the reader did with them before.</summary>
public interface IGoodsReasons
{
    /// <summary>Of those goods that the reader did something with, by their ids; none for a visitor, nor for who switched personalisation off.</summary>
    Task<IReadOnlyDictionary<long, GoodsReason>> OfAsync(IReadOnlyCollection<long> productIds, long? readerId, CancellationToken ct);
}
