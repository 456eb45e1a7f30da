namespace Sward.Ui;

/// <summary>What people may report something for; the texts are <c>ui.report.{reason}</c>.</summary>
public static class ReportReasons
{
    public static IReadOnlyList<string> All { get; } = ["spam", "advertising", "false", "unkind", "unsafe", "copied", "other"];
}
