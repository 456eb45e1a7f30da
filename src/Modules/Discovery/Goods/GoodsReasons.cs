using Sward.Contracts.Discovery;
using Sward.Discovery.Goods.Acting;
using Sward.Discovery.Pipeline;
using Sward.Discovery.Portrait;
using Sward.Discovery.Serving;

namespace Sward.Discovery.Goods;

/// <summary>Says what a reader did with goods; what was before they reset their interests is not said.</summary>
internal sealed class GoodsReasons(PersonalisationOfPeople people, DrawGoodsTaste draw, ReasonTexts texts) : IGoodsReasons
{
    public async Task<IReadOnlyDictionary<long, GoodsReason>> OfAsync(IReadOnlyCollection<long> productIds, long? readerId, CancellationToken ct)
    {
        if (readerId is not { } id || await people.OfAsync(id, ct) is not { IsOn: true } personalisation)
        {
            return new Dictionary<long, GoodsReason>();
        }

        var deeds = (await draw.DeedsAsync(id, productIds, ct)).Values.Where(deed => deed.At >= personalisation.Since);
        return deeds.Select(deed => (deed.ProductId, Code: CodeOf(deed))).Where(said => said.Code is not null)
            .ToDictionary(said => said.ProductId, said => new GoodsReason(said.Code!, texts.TextOf(new Reason(said.Code!))));
    }

    private static string? CodeOf(ProductAction deed) => deed switch
    {
        { InCart: true } => "in-cart",
        { BoughtAt: not null } => "bought",
        { Viewed: true } => "seen",
        _ => null,
    };
}
