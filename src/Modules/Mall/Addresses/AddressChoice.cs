namespace Sward.Mall.Addresses;

/// <summary>Where to, on pages that sell: the address book to choose from, and how to add to it.</summary>
/// <param name="FormId">The form that the choice is part of.</param>
/// <param name="AddUrl">Where a new address is posted.</param>
internal sealed record AddressChoice(IReadOnlyList<KeepAddresses.View> Addresses, string FormId, string AddUrl);
