using Microsoft.Extensions.Localization;
using Sward.Mall.Orders;
using Sward.Ui;

namespace Sward.Mall.Shipments;

/// <summary>One parcel on the order's page.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Names">What the order's lines are called.</param>
/// <param name="IsSeller">Whether whoever looks may tell where the parcel is.</param>
internal sealed record ParcelPart(ShipmentView Parcel, int Number, IReadOnlyDictionary<long, string> Names, bool IsSeller)
{
    /// <summary>Where the store may say that it is now. Handing over needs a carrier and has a form of its own.</summary>
    public IReadOnlyList<ShipmentState> Next => IsSeller
        ? [.. Enum.GetValues<ShipmentState>().Where(to => to is not ShipmentState.HandedOver && ShipmentTransitions.Allows(Parcel.State, to, ActorKind.Seller))]
        : [];

    public Timeline Life(IStringLocalizer texts) => new([.. Parcel.Log.Select((step, i) => new TimelineStep(
        texts[$"mall.parcel.state.{step.State}"], i == Parcel.Log.Count - 1 ? "now" : "done", step.At, texts[$"mall.who.{step.By}"]))]);
}
