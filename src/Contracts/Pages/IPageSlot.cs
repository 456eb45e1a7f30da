namespace Sward.Contracts.Pages;

/// <summary>Part of a page that another module owns: a profile's tabs, the notes under a product.</summary>
/// <remarks>
/// The module that owns the content registers an implementation, keyed by the page's place: <c>AddKeyedScoped&lt;IPageSlot, ProductSlot&gt;("product.notes")</c>.
/// The page draws the partial with the model it returns.
/// </remarks>
public interface IPageSlot
{
    /// <summary>Loads the content for the page's subject (an account, a product …); null draws nothing.</summary>
    Task<SlotContent?> LoadAsync(long subjectId, long? readerId, string? cursor, CancellationToken ct);
}

/// <summary>A partial view and the model to draw it with.</summary>
public sealed record SlotContent(string Partial, object Model);
