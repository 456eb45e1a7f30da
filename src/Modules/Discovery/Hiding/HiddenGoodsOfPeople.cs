using Sward.Contracts.Discovery;

namespace Sward.Discovery.Hiding;

/// <summary>Tells other modules which goods a reader does not want to see, so that a wish holds in the mall as well.</summary>
internal sealed class HiddenGoodsOfPeople(HidesOfPeople hides) : IHiddenGoods
{
    public async ValueTask<HiddenGoods> OfAsync(long? readerId, CancellationToken ct) => (await hides.OfAsync(readerId, ct)).Goods;
}
