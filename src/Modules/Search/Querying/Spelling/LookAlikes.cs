using System.Collections.Frozen;

namespace Sward.Search;

/// <summary>Han characters that are taken for each other because they look alike.</summary>
internal static class LookAlikes
{
    /// <summary>Groups of simplified characters; those that also sound alike are found by <see cref="Pinyin.SoundAlikes"/>.</summary>
    private const string Groups =
        "己已巳 未末 土士 大太犬 人入八 干千于 日曰目 天夭无 侯候 拨拔 戊戌戍 拆折析 撤撒 梁粱 晴睛 喝渴 茶荼 兔免 鸟乌 代伐 贷货 买卖 午牛 田由甲申 刀力 几凡 王玉主 木本术 白自 " +
        "百首 问间 仓仑 今令 冷泠 治冶 洒酒 洗浇 烧浇绕 清请晴 准淮 住往 诗待 特持 很恨 根跟 狠狼 娘狼 即既 概慨 汽气 抢枪沧 轮抡 扰拢 拾抬 科料 柿拍 柏拍泊伯 朱末 株殊珠 徒陡 " +
        "陪倍培赔部 暑署著 蓝篮 萌荫 若苦 苹萍 莱菜采 芽茅 花化 华毕 弟第 巾币 布希 帅师 师狮 帐胀 岭岑 岛鸟 鸡鸭鸦 饭饮 蜜密 虾虹 粉纷 奶仍 汤扬 汁计 杏否 杯坏怀 束柬 桃挑跳 梅悔 " +
        "榴溜 柚抽 衬村 裤库 袜妹 帽冒 项顶顷须 顺颈颊 颜额 题提 包句 勺匀 因困囚 园圆 国围 西酉 要耍 贝见 贫贪 费贵责 辨辩辫瓣";

    private static readonly FrozenDictionary<char, string> Twins = Groups.Split(' ')
        .SelectMany(group => group, (group, character) => (character, group))
        .GroupBy(pair => pair.character)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => string.Concat(pairs.SelectMany(pair => pair.group).Distinct()));

    public static string Of(char han) => Twins.GetValueOrDefault(han, "");
}
