namespace Sward.Mall.Pricing.Steps;

/// <summary>One step of the engine: one class, one file, one rule.</summary>
internal interface IPriceStep
{
    void Apply(Draft draft);
}
