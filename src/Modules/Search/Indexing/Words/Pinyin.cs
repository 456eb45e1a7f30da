using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Sward.Search;

/// <summary>
/// How Han characters sound, without tones. For suggestions, names and what nothing was found for: as part of every text it would make unlike words equal.
/// </summary>
/// <remarks>
/// The Chinese collation of ICU orders characters by their sound, so the first character of each syllable is all that has to be kept. A character has one reading here, the usual one.
/// </remarks>
internal static class Pinyin
{
    /// <summary>Letters of the longest syllable, as in "zhuang".</summary>
    public const int LongestSyllable = 6;

    private const char First = '\u4E00';
    private const char Last = '\u9FA5';

    /// <summary>The first common character of each syllable in the order of the collation; ü is v, as on keyboards.</summary>
    private const string Boundaries =
        "阿a 哎ai 安an 肮ang 凹ao 八ba 掰bai 扳ban 邦bang 勹bao 陂bei 奔ben 崩beng 逼bi 边bian 灬biao 憋bie 玢bin 冫bing 拨bo 逋bu 嚓ca 猜cai 参can 仓cang 操cao 册ce 岑cen 噌ceng 叉cha " +
        "拆chai 觇chan 伥chang 抄chao 车che 抻chen 柽cheng 吃chi 充chong 抽chou 出chu 揣chuai 巛chuan 疮chuang 吹chui 春chun 踔chuo 呲ci 匆cong 凑cou 粗cu 汆cuan 崔cui 村cun 搓cuo 耷da " +
        "呆dai 丹dan 当dang 刀dao 得de 灯deng 氐di 甸dian 刁diao 爹die 丁ding 丢diu 东dong 都dou 嘟du 端duan 堆dui 吨dun 多duo 婀e 诶ei 恩en 儿er 发fa 帆fan 匚fang 飞fei 分fen 丰feng 缶fou " +
        "夫fu 旮ga 该gai 甘gan 冈gang 皋gao 戈ge 给gei 根gen 庚geng 工gong 勾gou 估gu 瓜gua 乖guai 关guan 光guang 归gui 丨gun 呙guo 哈ha 咳hai 顸han 夯hang 蒿hao 诃he 黑hei 痕hen 亨heng " +
        "轰hong 侯hou 乎hu 花hua 怀huai 欢huan 肓huang 灰hui 昏hun 耠huo 丌ji 加jia 戋jian 江jiang 艽jiao 阶jie 巾jin 京jing 冂jiong 纠jiu 居ju 娟juan 噘jue 军jun 咔ka 开kai 刊kan 闶kang " +
        "尻kao 苛ke 肯ken 吭keng 空kong 抠kou 刳ku 夸kua 蒯kuai 宽kuan 匡kuang 亏kui 坤kun 扩kuo 垃la 来lai 兰lan 啷lang 捞lao 肋le 勒lei 塄leng 哩li 俩lia 奁lian 良liang 撩liao 咧lie " +
        "拎lin 伶ling 溜liu 龙long 娄lou 噜lu 驴lv 娈luan 掠lve 抡lun 罗luo 妈ma 埋mai 颟man 邙mang 猫mao 么me 没mei 门men 虻meng 咪mi 宀mian 喵miao 乜mie 民min 名ming 谬miu 摸mo 哞mou 毪mu " +
        "拿na 乃nai 囡nan 囔nang 孬nao 疒ne 馁nei 恁nen 能neng 妮ni 拈nian 娘niang 鸟niao 捏nie 您nin 宁ning 妞niu 农nong 耨nou 奴nu 女nv 暖nuan 疟nve 挪nuo 喔o 讴ou 趴pa 拍pai 潘pan 乓pang " +
        "抛pao 呸pei 喷pen 怦peng 丕pi 偏pian 剽piao 氕pie 姘pin 乒ping 钋po 剖pou 仆pu 七qi 掐qia 千qian 呛qiang 悄qiao 且qie 亲qin 青qing 芎qiong 丘qiu 区qu 悛quan 缺que 逡qun 蚺ran " +
        "禳rang 娆rao 惹re 人ren 扔reng 日ri 茸rong 柔rou 如ru 阮ruan 蕤rui 闰run 若ruo 仨sa 塞sai 三san 桑sang 搔sao 色se 森sen 僧seng 杀sha 筛shai 山shan 伤shang 捎shao 奢she 谁shei " +
        "申shen 升sheng 尸shi 收shou 书shu 刷shua 衰shuai 闩shuan 双shuang 水shui 吮shun 说shuo 厶si 忪song 嗖sou 苏su 狻suan 虽sui 孙sun 唆suo 他ta 胎tai 坍tan 汤tang 涛tao 忑te 疼teng " +
        "剔ti 天tian 佻tiao 帖tie 厅ting 通tong 偷tou 凸tu 湍tuan 推tui 吞tun 乇tuo 挖wa 歪wai 弯wan 汪wang 危wei 温wen 翁weng 挝wo 乌wu 夕xi 虾xia 仙xian 乡xiang 枭xiao 些xie 心xin 星xing " +
        "凶xiong 休xiu 吁xu 轩xuan 削xue 勋xun 丫ya 恹yan 央yang 幺yao 掖ye 一yi 因yin 应ying 哟yo 佣yong 优you 纡yu 鸢yuan 曰yue 晕yun 匝za 灾zai 糌zan 赃zang 遭zao 则ze 贼zei 怎zen 增zeng " +
        "扎zha 斋zhai 沾zhan 张zhang 钊zhao 蜇zhe 贞zhen 争zheng 之zhi 中zhong 州zhou 朱zhu 抓zhua 拽zhuai 专zhuan 妆zhuang 隹zhui 肫zhun 卓zhuo 孜zi 宗zong 邹zou 租zu 钻zuan 嘴zui " +
        "尊zun 昨zuo";

    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
    private static readonly (string Boundary, string Syllable)[] Syllables = [.. Boundaries.Split(' ').Select(b => (b[..1], b[1..]))];
    private static readonly FrozenSet<string> Known = Syllables.Select(s => s.Syllable).ToFrozenSet(StringComparer.Ordinal);
    private static readonly Lazy<string[]> Table = new(() => [.. Enumerable.Range(First, Last - First + 1).Select(c => Find(((char)c).ToString()))]);
    private static readonly Lazy<FrozenDictionary<string, string>> BySound = new(() => Enumerable.Range(First, Last - First + 1)
        .Select(c => (char)c)
        .Where(c => Traditional.Simplify(c) == c)
        .GroupBy(c => Sound(Table.Value[c - First]), StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => string.Concat(g), StringComparer.Ordinal));

    /// <summary>Letters of a folded text as somebody types them who has no Chinese keyboard: "李小美 mei" is "lixiaomeimei". Null when nothing in it is Han.</summary>
    public static string? Of(string folded)
    {
        var letters = new StringBuilder(folded.Length * 3);
        var hasHan = false;
        foreach (var character in folded)
        {
            if (IsHan(character))
            {
                hasHan = true;
                letters.Append(SyllableOf(character));
            }
            else if (char.IsAsciiLetterOrDigit(character))
            {
                letters.Append(character);
            }
        }

        return hasHan ? letters.ToString() : null;
    }

    /// <summary>The letters of a folded text that may be typed sounds: "li xiaomei" is "lixiaomei". Null when it is anything else.</summary>
    public static string? Typed(string folded)
    {
        var letters = folded.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        return letters.Length >= 2 && letters.All(char.IsAsciiLetterOrDigit) ? letters : null;
    }

    public static bool IsHan(char character) => character is >= First and <= Last;

    /// <summary>The syllable of a simplified Han character.</summary>
    public static string SyllableOf(char han) => Table.Value[han - First];

    /// <summary>Characters that sound like this one to somebody who does not tell zh from z, ch from c, sh from s and ng from n; itself included.</summary>
    public static string SoundAlikes(char han) => BySound.Value.GetValueOrDefault(Sound(SyllableOf(han)), "");

    public static bool IsSyllable(string letters) => Known.Contains(letters);

    /// <summary>Simplified characters of a syllable.</summary>
    public static IEnumerable<char> Characters(string syllable) =>
        BySound.Value.GetValueOrDefault(Sound(syllable), "").Where(han => string.Equals(SyllableOf(han), syllable, StringComparison.Ordinal));

    private static string Sound(string syllable)
    {
        var ending = syllable.EndsWith("ng", StringComparison.Ordinal) ? syllable[..^1] : syllable;
        return ending.Length > 2 && ending[1] == 'h' ? ending.Remove(1, 1) : ending;
    }

    private static string Find(string character)
    {
        var (low, high) = (0, Syllables.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Order.Compare(Syllables[middle].Boundary, character) <= 0 ? (middle, high) : (low, middle);
        }

        return Syllables[low].Syllable;
    }
}
