using System.Threading;
using System.Threading.Tasks;
using Sward.Contracts.Mall;

namespace Sward.Sample;

internal sealed class Reader(IProductCards cards)
{
    public Task ReadAsync() => cards.GetAsync([1], CancellationToken.None);
}
