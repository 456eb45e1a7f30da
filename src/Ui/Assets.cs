using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Sward.Ui;

/// <summary>Addresses of static files with their fingerprint, and the import map made of them. Read once from the mapped static assets.</summary>
/// <remarks>
/// Scripts are imported by bare names: <c>sward/api</c> is a script of Ui, <c>sward-toggle</c> the custom element of that name in any module.
/// The map is the same on every page, so its hash stands in the content security policy.
/// </remarks>
public sealed class Assets(EndpointDataSource endpoints)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<Dictionary<string, string>> urls = new(() => FindUrls(endpoints));
    private string? importMap;

    /// <summary>The address to put into a page for a file such as <c>/ui/site.css</c>.</summary>
    public string this[string path] => urls.Value.GetValueOrDefault(path, path);

    /// <summary>The JSON inside <c>script type="importmap"</c>.</summary>
    public string ImportMap => importMap ??= JsonSerializer.Serialize(new { imports = Imports() }, Readable);

    /// <summary>What the content security policy needs to allow the map: <c>sha256-…</c> without quotes.</summary>
    public string ImportMapHash => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ImportMap)));

    private SortedDictionary<string, string> Imports()
    {
        var imports = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, url) in urls.Value.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            imports[name.StartsWith("sward-", StringComparison.Ordinal) ? name : "sward/" + name] = url;
        }

        return imports;
    }

    // A file has one endpoint under its own name and one under its fingerprint, which carries the own name as its label.
    private static Dictionary<string, string> FindUrls(EndpointDataSource endpoints)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
        {
            var label = file.Properties.FirstOrDefault(p => p.Name.Equals("label", StringComparison.OrdinalIgnoreCase))?.Value;
            found[Rooted(label ?? file.Route)] = Rooted(label is null ? found.GetValueOrDefault(Rooted(file.Route), file.Route) : file.Route);
        }

        return found;
    }

    private static string Rooted(string path) => path.StartsWith('/') ? path : "/" + path;
}
