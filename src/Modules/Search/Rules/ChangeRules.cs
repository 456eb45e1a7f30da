using Sward.Contracts.Notes;

namespace Sward.Search;

/// <summary>Adds rules and takes them away, each change with its entry in the audit, in one transaction.</summary>
internal sealed class ChangeRules(SearchDb db, Ids ids, TimeProvider clock, ReadRules rules)
{
    private const int MaxWords = 12;

    /// <summary>Words that mean the same, separated by commas or on lines of their own.</summary>
    public Task AddSynonymsAsync(long operatorId, string? typed, CancellationToken ct)
    {
        var words = (typed ?? "").Split([',', '，', '、', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => !Query.Parse(word).IsEmpty).DistinctBy(Fold.Key, StringComparer.Ordinal).ToList();
        if (words.Count is < 2 or > MaxWords || words.Exists(word => word.Length > Query.MaxLength))
        {
            throw Invalid("search.synonyms-invalid");
        }

        var group = new SynonymGroup { Id = ids.Next(), Words = words };
        return ChangeAsync(operatorId, RuleKind.Synonyms, added: true, InWords(words), () => db.InsertOnceAsync(group, ct), ct);
    }

    public async Task RemoveSynonymsAsync(long operatorId, long groupId, CancellationToken ct)
    {
        var group = db.Synonyms.Where(g => g.Id == groupId);
        if (await group.AsNoTracking().SingleOrDefaultAsync(ct) is { } known)
        {
            await ChangeAsync(operatorId, RuleKind.Synonyms, added: false, InWords(known.Words), async () => await group.ExecuteDeleteAsync(ct) > 0, ct);
        }
    }

    public Task BlockAsync(long operatorId, string? typed, CancellationToken ct)
    {
        var query = Checked(typed, "search.term-invalid");
        return ChangeAsync(operatorId, RuleKind.Blocked, added: true, query.Text, () => db.InsertOnceAsync(new BlockedTerm(query.Key, query.Text), ct), ct);
    }

    public async Task UnblockAsync(long operatorId, string key, CancellationToken ct)
    {
        var term = db.BlockedTerms.Where(t => t.Key == key);
        if (await term.AsNoTracking().SingleOrDefaultAsync(ct) is { } known)
        {
            await ChangeAsync(operatorId, RuleKind.Blocked, added: false, known.Text, async () => await term.ExecuteDeleteAsync(ct) > 0, ct);
        }
    }

    /// <summary>Pins a note or product to a query; pinning it again gives it a new end.</summary>
    public async Task PinAsync(long operatorId, string? typed, PinKind kind, long targetId, DateTimeOffset? until, CancellationToken ct)
    {
        var query = Checked(typed, "search.pin-invalid");
        if (until is not { } end || end <= clock.GetUtcNow() || !await ExistsAsync(kind, targetId, ct))
        {
            throw Invalid("search.pin-invalid");
        }

        var pin = new Pin { Id = ids.Next(), Key = query.Key, Kind = kind, TargetId = targetId, Until = end };
        await ChangeAsync(operatorId, RuleKind.Pin, added: true, InWords(pin), PinOrProlongAsync, ct);

        async Task<bool> PinOrProlongAsync() => await db.InsertOnceAsync(pin, ct)
            || await db.Pins.Where(p => p.Key == pin.Key && p.Kind == kind && p.TargetId == targetId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Until, end), ct) > 0;
    }

    public async Task UnpinAsync(long operatorId, long pinId, CancellationToken ct)
    {
        var pin = db.Pins.Where(p => p.Id == pinId);
        if (await pin.AsNoTracking().SingleOrDefaultAsync(ct) is { } known)
        {
            await ChangeAsync(operatorId, RuleKind.Pin, added: false, InWords(known), async () => await pin.ExecuteDeleteAsync(ct) > 0, ct);
        }
    }

    /// <summary>Lets stores lead to a site outside.</summary>
    public Task ApproveSiteAsync(long operatorId, string? typed, CancellationToken ct)
    {
        var host = OutsideSites.HostOf(typed) ?? throw Invalid("search.site-invalid");
        return ChangeAsync(operatorId, RuleKind.OutsideSite, added: true, host, () => db.InsertOnceAsync(new OutsideSite(host), ct), ct);
    }

    public Task RefuseSiteAsync(long operatorId, string host, CancellationToken ct) =>
        ChangeAsync(operatorId, RuleKind.OutsideSite, added: false, host, async () => await db.OutsideSites.Where(s => s.Host == host).ExecuteDeleteAsync(ct) > 0, ct);

    private static Query Checked(string? typed, string code) => Query.Parse(typed) is { IsEmpty: false, Text.Length: <= Query.MaxLength } query ? query : throw Invalid(code);

    private static Refusal Invalid(string code) => new(code, StatusCodes.Status422UnprocessableEntity);

    private static string InWords(IEnumerable<string> words) => string.Join(", ", words);

    private static string InWords(Pin pin) => FormattableString.Invariant($"{pin.Key} → {pin.Kind} {pin.TargetId}, {pin.Until:yyyy-MM-dd HH:mm}Z");

    private Task<bool> ExistsAsync(PinKind kind, long id, CancellationToken ct) =>
        kind is PinKind.Note ? db.Notes.AnyAsync(n => n.Id == id && n.Audience == Audience.Everybody, ct) : db.Products.AnyAsync(p => p.Id == id && p.OnSale, ct);

    /// <summary>Writes the audit only for a change that happened; two operators at once change a rule once.</summary>
    private async Task ChangeAsync(long operatorId, RuleKind kind, bool added, string rule, Func<Task<bool>> decide, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await decide())
        {
            return;
        }

        db.RuleChanges.Add(new RuleChange { Id = ids.Next(), OperatorId = operatorId, At = clock.GetUtcNow(), Kind = kind, Added = added, Rule = rule });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await rules.RunAsync(ct);
    }
}
