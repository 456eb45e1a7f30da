using System.ComponentModel.DataAnnotations;
using Sward.Contracts.Notes;

namespace Sward.Notes;

/// <summary>Guesses which channel of Discover a note belongs to.</summary>
internal static class ChannelGuess
{
    // What topics of a channel speak of. The channel with the most topics wins, of equal ones the first.
    private static readonly (string Channel, string[] Words)[] Table =
    [
        ("fashion", ["穿搭", "ootd", "时尚", "衣", "鞋", "包包", "饰品", "fashion", "outfit", "style", "vintage"]),
        ("beauty", ["护肤", "美妆", "口红", "妆", "防晒", "香水", "发型", "美甲", "skin", "makeup", "beauty", "perfume", "hair"]),
        ("food", ["美食", "早餐", "午餐", "晚餐", "食谱", "烘焙", "咖啡", "茶", "火锅", "甜品", "探店", "菜", "food", "breakfast", "lunch", "dinner", "recipe", "bak*", "coffee", "tea", "cook*"]),
        ("travel", ["旅行", "旅游", "攻略", "周末去哪", "酒店", "露营", "徒步", "海边", "travel*", "trip", "hotel", "camping", "hik*", "weekend"]),
        ("home", ["家居", "装修", "收纳", "租房", "客厅", "卧室", "绿植", "花", "home", "interior", "tidy", "plant", "garden", "decor"]),
        ("film", ["电影", "电视剧", "追剧", "综艺", "纪录片", "动漫", "film", "movie", "series", "anime", "cinema"]),
        ("careers", ["职场", "求职", "面试", "工作", "副业", "简历", "career", "job", "office", "interview", "work"]),
        ("feelings", ["情感", "恋爱", "心情", "婚姻", "治愈", "友情", "feeling", "love", "friendship", "mood"]),
        ("fitness", ["健身", "减脂", "瑜伽", "跑步", "普拉提", "骑行", "游泳", "fitness", "gym", "yoga", "run*", "workout", "cycling"]),
        ("games", ["游戏", "手游", "主机", "桌游", "switch", "game", "gaming", "esport"]),
        ("digital", ["数码", "手机", "电脑", "相机", "耳机", "键盘", "摄影", "digital", "phone", "laptop", "camera", "keyboard", "photography", "tech"]),
        ("baby", ["母婴", "宝宝", "育儿", "孕", "辅食", "亲子", "baby", "parent*", "toddler", "kids", "pregnan*"]),
        ("pets", ["宠物", "猫", "狗", "铲屎", "仓鼠", "pet", "cat", "dog", "puppy", "kitten"]),
        ("study", ["学习", "考研", "英语", "读书", "书单", "笔记", "考公", "study", "book", "reading", "language", "exam"]),
        ("cars", ["汽车", "买车", "新能源", "自驾", "机车", "car", "ev", "motorbike", "driving"]),
    ];

    /// <summary>The channel most of the topics speak of; <see cref="NoteChannels.Life"/> when they speak of none.</summary>
    public static string Of(IEnumerable<string> topics)
    {
        string[] keys = [.. topics.Select(TopicName.KeyOf)];
        return Table
            .Select(row => (row.Channel, Hits: keys.Count(key => row.Words.Any(word => Speaks(key, word)))))
            .Where(row => row.Hits > 0)
            .OrderByDescending(row => row.Hits)
            .Select(row => row.Channel)
            .FirstOrDefault() ?? NoteChannels.Life;
    }

    /// <summary>Chinese words are found anywhere; Latin ones are whole words, perhaps in the plural, or beginnings when they end in a star.</summary>
    private static bool Speaks(string key, string word) => char.IsAscii(word[0])
        ? key.Split([' ', '-', '_']).Any(part => word[^1] is '*' ? part.StartsWith(word[..^1], StringComparison.Ordinal) : part.Equals(word, StringComparison.Ordinal) || part.Equals(word + "s", StringComparison.Ordinal))
        : key.Contains(word, StringComparison.Ordinal);
}

/// <summary>Allows the channels of Discover.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowedChannelAttribute() : ValidationAttribute("There is no such channel.")
{
    public override bool IsValid(object? value) => value is null || NoteChannels.All.Contains(value);
}
