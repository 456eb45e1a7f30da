namespace Sward.Sample;

public sealed class SampleModule;

public static class Helper;
