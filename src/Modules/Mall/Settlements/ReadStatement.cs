using Sward.Mall.Ledger;

namespace Sward.Mall.Settlements;

/// <summary>A statement with its lines, the orders named as people know them.</summary>
internal sealed record StatementView(Statement Statement, string StoreName, IReadOnlyList<StatementLine> Lines)
{
    public Money MoneyOf(long minor) => new(minor, Statement.Currency);

    /// <summary>A column's sum.</summary>
    public Money Sum(Func<StatementItem, long> column) => MoneyOf(Lines.Sum(line => column(line.Item)));
}

/// <summary>One booking of it.</summary>
internal sealed record StatementLine(StatementItem Item, string? OrderNumber);

/// <summary>Reads a store's statement.</summary>
internal sealed class ReadStatement(MallDb db)
{
    public async Task<StatementView?> FindAsync(long storeId, long statementId, CancellationToken ct)
    {
        if (await db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == statementId && s.StoreId == storeId, ct) is not { } statement)
        {
            return null;
        }

        var lines = await (
            from item in db.StatementItems.AsNoTracking()
            where item.StatementId == statementId
            from order in db.Orders.Where(o => o.Id == item.OrderId).DefaultIfEmpty()
            orderby item.EntryId
            select new StatementLine(item, order != null ? order.Number : null)).ToListAsync(ct);
        return new(statement, await db.Stores.Where(s => s.Id == storeId).Select(s => s.Name).SingleAsync(ct), lines);
    }
}
