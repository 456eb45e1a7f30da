using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sward.Kernel;

/// <summary>Wakes the courier once an announced fact is really in the database.</summary>
internal sealed class RingOnCommit : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as ModuleDb)?.Committed();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ModuleDb)?.Committed();
        return Task.CompletedTask;
    }
}
