using System.ComponentModel.DataAnnotations;

namespace Sward.Kernel;

/// <summary>Allows lists whose texts all say something and have at most so many characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShortTextsAttribute(int max) : ValidationAttribute("{0} holds a text that is empty or too long.")
{
    public int Max => max;

    public override bool IsValid(object? value) => value is not IEnumerable<string?> texts || texts.All(text => PlainText.LineOrNull(text) is { } line && line.Length <= Max);
}
