namespace Sward.Search;

/// <summary>A site outside to which stores may lead, with all below it: example.com is www.example.com too.</summary>
internal sealed record OutsideSite(string Host)
{
    internal sealed class Mapping : IEntityTypeConfiguration<OutsideSite>
    {
        public void Configure(EntityTypeBuilder<OutsideSite> builder) => builder.HasKey(s => s.Host);
    }
}

/// <summary>Tells which addresses lead to a site that operators approve.</summary>
internal sealed class OutsideSites(SearchDb db)
{
    /// <summary>The approved ones among some addresses, each with its host as people read it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ApprovedAsync(IEnumerable<string?> links, CancellationToken ct)
    {
        var asked = links.OfType<string>().Distinct(StringComparer.Ordinal).Select(link => (Link: link, Host: HostOf(link))).Where(l => l.Host is not null).ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var candidates = asked.SelectMany(l => WithParents(l.Host!)).Distinct(StringComparer.Ordinal).ToList();
        var approved = await db.OutsideSites.Where(s => candidates.Contains(s.Host)).Select(s => s.Host).ToListAsync(ct);
        return asked.Where(l => WithParents(l.Host!).Any(approved.Contains)).ToDictionary(l => l.Link, l => l.Host!, StringComparer.Ordinal);
    }

    /// <summary>The host of what somebody typed, with or without "https://"; null for what is none.</summary>
    public static string? HostOf(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var address)
            && address is { Scheme: "https", HostNameType: UriHostNameType.Dns } && address.IdnHost.Contains('.', StringComparison.Ordinal)
            ? address.IdnHost.ToLowerInvariant()
            : null;
    }

    private static IEnumerable<string> WithParents(string host)
    {
        for (var at = 0; at >= 0 && host.IndexOf('.', at) >= 0; at = host.IndexOf('.', at) + 1)
        {
            yield return host[at..];
        }
    }
}
