using Microsoft.Extensions.Localization;
using Sward.Mall.Settlements;
using Sward.Ui;

namespace Sward.Mall.Invoices;

/// <summary>Writes an issued invoice or credit note as a plain PDF of one page, with the writer of statements.</summary>
internal sealed class InvoiceDocument(MallDb db, Format format, IStringLocalizer texts)
{
    private const double Margin = 60;
    private const double LineHeight = 18;
    private const double Right = PdfDocument.Width - Margin;

    /// <summary>Lines of goods that fit on the page; of more, the rest is counted.</summary>
    private const int MostLines = 25;

    public async Task<byte[]> OfAsync(InvoiceView invoice, CancellationToken ct)
    {
        var store = await db.Orders.Where(o => o.Id == invoice.OrderId).Join(db.Stores, o => o.StoreId, s => s.Id, (_, s) => s.Name).SingleAsync(ct);
        var goods = await db.OrderLines.Where(l => l.OrderId == invoice.OrderId).OrderBy(l => l.Id).Select(l => new { l.ProductName, l.Units }).ToListAsync(ct);
        var (pdf, y) = (new PdfDocument(), 70.0);
        pdf.AddPage();
        void Line(string text, string amount = "", double size = 10)
        {
            pdf.Text(Margin, y, size, text);
            pdf.TextEndingAt(Right, y, size, amount);
            y += LineHeight;
        }

        Line(texts[invoice.CreditOfId is null ? "mall.invoice" : "mall.invoice.credit-note"], invoice.Number!, size: 16);
        Line(store, format.Day(invoice.IssuedAt!.Value));
        Line(texts["mall.order.title", invoice.OrderNumber]);
        Line(invoice.TaxNumber is null ? invoice.Title : $"{invoice.Title} · {invoice.TaxNumber}");
        pdf.Rule(Margin, y, Right - Margin);
        y += LineHeight;
        goods.Take(MostLines).ToList().ForEach(line => Line($"{line.ProductName} × {line.Units}"));
        if (goods.Count > MostLines)
        {
            Line(texts["mall.invoice.more", goods.Count - MostLines]);
        }

        pdf.Rule(Margin, y, Right - Margin);
        y += LineHeight;
        Line(texts["mall.invoice.goods"], invoice.Goods.ToPlainString());
        Line(texts["mall.invoice.freight"], invoice.Freight.ToPlainString());
        Line(texts["mall.invoice.tax"], invoice.Tax.ToPlainString());
        Line($"{texts["mall.total"]} ({invoice.Total.Currency})", invoice.Total.ToPlainString(), size: 12);
        return pdf.ToBytes();
    }
}
