using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sward.Kernel;

/// <summary>Tells a context what became of its transaction: once announced facts are really in the database, it wakes the courier.</summary>
internal sealed class RingOnCommit : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as ModuleDb)?.Committed();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ModuleDb)?.Committed();
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as ModuleDb)?.RolledBack();

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ModuleDb)?.RolledBack();
        return Task.CompletedTask;
    }
}
