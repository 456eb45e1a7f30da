using Microsoft.AspNetCore.Http.Extensions;

namespace Sward.Search;

/// <summary>The address of a page of results; what is not set stays out of it.</summary>
internal sealed record SearchAddress(string Q, string? Tab = null, string? Sort = null, string? Kind = null, string? Within = null, bool Exact = false, string? Cursor = null)
{
    public override string ToString()
    {
        (string Name, string? Value)[] parts = [("q", Q), ("tab", Tab), ("sort", Sort), ("kind", Kind), ("within", Within), ("exact", Exact ? "true" : null), ("cursor", Cursor)];
        return "/search" + new QueryBuilder(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!)));
    }
}
