using Sward.Discovery.Learning.Evaluation;

namespace Sward.Bench.Recommend;

/// <summary>What others published for the sets we know, and what we ask of ourselves there. Of a set that nobody named nothing is asked.</summary>
internal static class Published
{
    private static readonly Dictionary<string, (int Places, double LeastRecall, double? LeastNdcg, (string Method, RankingQuality Quality)[] Others)> Sets = new(StringComparer.Ordinal)
    {
        ["gowalla"] = (20, .190, .157,
            [("LightGCN", new(.1830, .1554)), ("SimpleX", new(.1872, .1557)), ("UltraGCN", new(.1862, .1580)), ("BSPM-EM", new(.1920, .1597))]),
        ["beauty"] = (10, .083, null,
            [("SASRec", new(.0605, .0318)), ("S3-Rec", new(.0647, .0327)), ("BSARec", new(.1008, .0611))]),
    };

    public static void Judge(Report report, string set, RankingQuality ours)
    {
        if (!Sets.TryGetValue(set, out var known))
        {
            return;
        }

        foreach (var (method, quality) in known.Others)
        {
            report.Say($"{set}.published.{method}.recall@{known.Places}", quality.Recall);
            report.Say($"{set}.published.{method}.ndcg@{known.Places}", quality.Ndcg);
        }

        report.AtLeast($"{set}.recall@{known.Places}", ours.Recall, known.LeastRecall);
        if (known.LeastNdcg is { } leastNdcg)
        {
            report.AtLeast($"{set}.ndcg@{known.Places}", ours.Ndcg, leastNdcg);
        }
    }
}
