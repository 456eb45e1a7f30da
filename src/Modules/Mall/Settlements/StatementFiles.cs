using Microsoft.Extensions.Localization;
using Sward.Mall.Ledger;
using Sward.Ui;

namespace Sward.Mall.Settlements;

/// <summary>Writes statements as files: the same lines as on the page.</summary>
internal sealed class StatementFiles(Format format, IStringLocalizer texts)
{
    private const double Margin = 40;
    private const double LineHeight = 16;

    private static readonly (string Name, Func<StatementItem, long> Of)[] Amounts =
    [
        ("gross", item => item.GrossMinor), ("commission", item => -item.CommissionMinor), ("creators", item => -item.CreatorMinor), ("subsidy", item => item.SubsidyMinor), ("net", item => item.NetMinor),
    ];

    /// <summary>Comma-separated values; amounts are plain, with a point.</summary>
    public byte[] ToCsv(StatementView view)
    {
        var (statement, csv) = (view.Statement, new Csv());
        string Plain(long minor) => view.MoneyOf(minor).ToPlainString();
        csv.Row([Text("at"), Text("what"), Text("order"), .. Amounts.Select(column => Text(column.Name)), Text("currency")]);
        csv.Row([statement.From.ToString("O"), Text("opening"), "", "", "", "", "", Plain(statement.OpeningMinor), statement.Currency]);
        foreach (var line in view.Lines)
        {
            csv.Row([line.Item.At.ToString("O"), KindOf(line.Item.Kind), line.OrderNumber ?? "", .. Amounts.Select(column => Plain(column.Of(line.Item))), statement.Currency]);
        }

        csv.Row([statement.Until.ToString("O"), Text("closing"), "", "", "", "", "", Plain(statement.ClosingMinor), statement.Currency]);
        return csv.ToBytes();
    }

    public byte[] ToPdf(StatementView view)
    {
        var (pdf, y) = (new PdfDocument(), double.MaxValue);
        void Row(string at, string what, string order, IEnumerable<string> amounts)
        {
            if (y > PdfDocument.Height - Margin)
            {
                y = Begin(pdf, view);
            }

            pdf.Text(Margin, y, 8, at);
            pdf.Text(Margin + 85, y, 8, what);
            pdf.Text(Margin + 160, y, 8, order);
            foreach (var (i, amount) in amounts.Index())
            {
                pdf.TextEndingAt(Margin + 300 + (54 * i), y, 8, amount);
            }

            y += LineHeight;
        }

        Row(format.Day(view.Statement.From), Text("opening"), "", ["", "", "", "", view.MoneyOf(view.Statement.OpeningMinor).ToPlainString()]);
        foreach (var line in view.Lines)
        {
            Row(format.Day(line.Item.At), KindOf(line.Item.Kind), line.OrderNumber ?? "", Amounts.Select(column => view.MoneyOf(column.Of(line.Item)).ToPlainString()));
        }

        Row("", Text("sum"), "", Amounts.Select(column => view.Sum(column.Of).ToPlainString()));
        Row(format.Day(view.Statement.Until), Text("closing"), "", ["", "", "", "", view.MoneyOf(view.Statement.ClosingMinor).ToPlainString()]);
        return pdf.ToBytes();
    }

    /// <summary>Begins a page with its heads, and says where its first line stands.</summary>
    private double Begin(PdfDocument pdf, StatementView view)
    {
        pdf.AddPage();
        pdf.Text(Margin, 60, 16, texts["mall.statement.title", view.StoreName]);
        pdf.Text(Margin, 80, 9, $"{texts["mall.statement.period", format.Day(view.Statement.From), format.Day(view.Statement.Until)]} · {view.Statement.Currency} · {view.Statement.Id}");
        pdf.Text(Margin, 108, 8, Text("at"));
        pdf.Text(Margin + 85, 108, 8, Text("what"));
        pdf.Text(Margin + 160, 108, 8, Text("order"));
        foreach (var (i, column) in Amounts.Index())
        {
            pdf.TextEndingAt(Margin + 300 + (54 * i), 108, 8, Text(column.Name));
        }

        pdf.Rule(Margin, 114, PdfDocument.Width - (2 * Margin));
        return 114 + LineHeight;
    }

    private string Text(string name) => texts[$"mall.statement.{name}"];

    private string KindOf(EntryKind kind) => texts[$"mall.desk.entry.{kind}"];
}
