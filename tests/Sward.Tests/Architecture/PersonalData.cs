using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sward.Kernel;

namespace Sward.Tests.Architecture;

/// <summary>Rules about what is kept of people, as functions that can be shown to catch a violation.</summary>
internal static partial class PersonalData
{
    private const string TellingName =
        "Email|Phone|Address|Ip|IpAddress|RealName|Nickname|Handle|Birthday|Bio|Agent|PasswordHash|Payee|TaxNumber|Postcode|TrackingNumber|Excerpt|Lat|Lng|Latitude|Longitude"
        + "|[A-Za-z]*AccountId|(Author|Buyer|Seller|Owner|Earner|Reader|Reporter|Operator|Actor|Follower|Followee|Blocker|Blocked|Muter|Muted)Id";

    /// <summary>Columns that wear the mark, as <c>table.column</c>.</summary>
    public static IEnumerable<string> Marked(IModel model) => Columns(model).Where(column => column.IsMarked).Select(column => column.Name);

    /// <summary>Columns that are called like personal data and wear no mark.</summary>
    public static IEnumerable<string> Unmarked(IModel model) => Columns(model).Where(column => !column.IsMarked && Telling().IsMatch(column.Property)).Select(column => column.Name);

    /// <summary>What the tables of docs/privacy.md explain. A row without a table goes on with the one above.</summary>
    public static IEnumerable<string> Explained(IEnumerable<string> lines)
    {
        var table = "";
        foreach (var cells in lines.Where(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            table = cells[1].Length > 0 ? cells[1].Trim('`') : table;
            foreach (var column in Quoted().Matches(cells[2]).Select(match => match.Groups["name"].Value))
            {
                yield return $"{table}.{column}";
            }
        }
    }

    /// <summary>Calls of the log in a source that name personal data, in the words of the message or as a value.</summary>
    public static IEnumerable<string> Logged(string source) => LogCall().Matches(source).Select(call => call.Value).Where(call => Named().IsMatch(call));

    private static IEnumerable<(string Name, string Property, bool IsMarked)> Columns(IModel model) =>
        model.GetEntityTypes().SelectMany(entity => Columns(entity, entity.GetTableName()!, isMarked: false));

    private static IEnumerable<(string Name, string Property, bool IsMarked)> Columns(ITypeBase type, string table, bool isMarked) => type.GetProperties()
        .Select(property => ($"{table}.{property.GetColumnName()}", property.Name, isMarked || HasMark(property.PropertyInfo)))
        .Concat(type.GetComplexProperties().SelectMany(part => Columns(part.ComplexType, table, isMarked || HasMark(part.PropertyInfo))));

    private static bool HasMark(PropertyInfo? property) => property?.IsDefined(typeof(PersonalAttribute)) == true;

    [GeneratedRegex($"^({TellingName})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telling();

    [GeneratedRegex($@"[.{{]({TellingName})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(\.Log(Trace|Debug|Information|Warning|Error|Critical)\(|\[LoggerMessage\()[^;]*;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogCall();

    [GeneratedRegex("`(?<name>[a-z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
