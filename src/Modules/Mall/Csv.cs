using System.Text;

namespace Sward.Mall;

/// <summary>Tables as comma-separated values in UTF-8 with a mark, which spreadsheets need to see that it is.</summary>
internal sealed class Csv
{
    private readonly StringBuilder text = new();

    public void Row(params IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    /// <summary>What a stranger typed, made so that no spreadsheet takes it for a formula.</summary>
    public static string Typed(string cell) => cell.AsSpan().TrimStart() is ['=' or '+' or '-' or '@', ..] ? $"'{cell}" : cell;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
