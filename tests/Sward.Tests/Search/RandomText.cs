using Sward.Search;

namespace Sward.Tests.Search;

/// <summary>Texts of few words, so that each word is in many of them.</summary>
internal static class RandomText
{
    public static readonly string[] Vocabulary = ["早餐", "咖啡", "手冲", "露营", "coffee", "running", "runs", "iphone15", "家", "猫", "☕", "拿铁", "run", "shoes", "15"];

    public static FieldText[] Of(Random random) =>
    [
        new(Field.Title, string.Join(random.Next(2) == 0 ? "" : " ", random.GetItems(Vocabulary, random.Next(1, 4)))),
        new(Field.Topics, random.GetItems(Vocabulary, 1)[0]),
        new(Field.Body, string.Join(' ', random.GetItems(Vocabulary, random.Next(0, 12)))),
    ];
}
