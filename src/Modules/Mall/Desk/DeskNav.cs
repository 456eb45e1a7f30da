namespace Sward.Mall.Desk;

/// <summary>The left navigation of a store's desk.</summary>
/// <param name="IsVisiting">An operator is there, whom only some rooms let in.</param>
internal sealed record DeskNav(long StoreId, string Current, bool IsVisiting = false)
{
    public IEnumerable<(string Name, string Url)> Links => IsVisiting
        ? [("flash", $"/desk/{StoreId}/flash"), ("pre-sales", $"/desk/{StoreId}/presales")]
        :
        [
            ("products", $"/desk/{StoreId}/products"), ("orders", $"/desk/{StoreId}/orders"), ("after-sales", $"/desk/{StoreId}/after-sales"), ("vouchers", $"/desk/{StoreId}/vouchers"), ("leads", $"/desk/{StoreId}/leads"),
            ("offers", $"/desk/{StoreId}/offers"), ("coupons", $"/desk/{StoreId}/coupons"), ("flash", $"/desk/{StoreId}/flash"), ("pre-sales", $"/desk/{StoreId}/presales"),
            ("money", $"/desk/{StoreId}/money"), ("invoices", $"/desk/{StoreId}/invoices"), ("store", $"/desk/{StoreId}/store"),
        ];
}
