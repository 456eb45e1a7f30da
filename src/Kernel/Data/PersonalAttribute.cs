namespace Sward.Kernel;

/// <summary>
/// Marks what a table keeps about a person: their words, how to reach them, and whose a row is. docs/privacy.md says of each why it is kept, how long and who reads it; a test
/// holds the two together. None of it is written to the log.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
