using System.Diagnostics;
using Sward.Bench;

namespace Sward.Tests.Search;

/// <summary>Measures the ranking on public question sets, when they are on this machine.</summary>
public sealed class RelevanceTests
{
    [Theory]
    [InlineData("drcd", .970)]
    [InlineData("scifact", .685)]
    public void The_right_document_comes_first(string set, double floor)
    {
        using var questions = new QuestionSet(FolderOf(set));
        Assert.InRange(questions.NdcgAt10(), floor, 1);
    }

    private static string FolderOf(string set)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "retrieval", set);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        Assert.Skip("The question sets of ../shared/data/retrieval are not on this machine.");
        throw new UnreachableException();
    }
}
