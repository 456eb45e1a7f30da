namespace Sward.Mall.Catalog;

/// <summary>The standard categories of a new installation, by code; their names are texts.</summary>
internal static class Categories
{
    public static readonly IReadOnlyList<string> Codes =
        ["beauty", "fashion", "food", "home", "digital", "sports", "mother-baby", "pets", "books", "travel", "other"];

    /// <summary>Kinds that are used up and bought again.</summary>
    private static readonly string[] Consumable = ["beauty", "food", "mother-baby", "pets"];

    public static bool IsConsumable(string code) => Consumable.Contains(code, StringComparer.Ordinal);

    public static bool Knows(string code) => Codes.Contains(code, StringComparer.Ordinal);

    /// <summary>Refuses a list that names a category which there is not.</summary>
    public static void Check(IEnumerable<string>? codes)
    {
        if (codes?.All(Knows) == false)
        {
            throw new Refusal("mall.category-unknown", StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Its number from 0; −1 for none of them.</summary>
    public static int PlaceOf(string code) => Codes.ToList().IndexOf(code);
}
