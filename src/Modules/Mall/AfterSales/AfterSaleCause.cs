namespace Sward.Mall.AfterSales;

/// <summary>Why a buyer comes back. It decides how long they may, and who pays the freight.</summary>
internal enum AfterSaleCause
{
    /// <summary>Only the comment says it.</summary>
    Other,

    /// <summary>It does not please; seven days, goods first, and each side bears the freight that it paid.</summary>
    NoReason,
    Defect,
    Damaged,
    WrongItem,
    MissingItem,
    NotAsDescribed,
    NotReceived,
}

/// <summary>What follows from a cause (mall.md 3 and 6).</summary>
internal static class AfterSaleCauses
{
    /// <summary>The store's side: the longer window holds, no kind of goods is excepted, and the freight of sending back is the store's.</summary>
    public static bool IsFault(this AfterSaleCause cause) => cause is not (AfterSaleCause.Other or AfterSaleCause.NoReason);

    /// <summary>Whether the freight of the way to the buyer stays with the store: it was carried as agreed, and nothing was wrong with the goods.</summary>
    public static bool KeepsFreight(this AfterSaleCause cause) => cause is AfterSaleCause.NoReason;
}
