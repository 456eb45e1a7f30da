namespace Sward.Mall.Desk;

/// <summary>The left navigation of a store's desk.</summary>
internal sealed record DeskNav(long StoreId, string Current)
{
    public IEnumerable<(string Name, string Url)> Links =>
        [
            ("products", $"/desk/{StoreId}/products"), ("orders", $"/desk/{StoreId}/orders"), ("after-sales", $"/desk/{StoreId}/after-sales"), ("vouchers", $"/desk/{StoreId}/vouchers"), ("leads", $"/desk/{StoreId}/leads"),
            ("offers", $"/desk/{StoreId}/offers"), ("coupons", $"/desk/{StoreId}/coupons"), ("flash", $"/desk/{StoreId}/flash"), ("pre-sales", $"/desk/{StoreId}/presales"),
            ("money", $"/desk/{StoreId}/money"), ("invoices", $"/desk/{StoreId}/invoices"), ("store", $"/desk/{StoreId}/store"),
        ];
}
