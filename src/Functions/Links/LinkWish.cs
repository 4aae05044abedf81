using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Links;

/// <summary>What the visitor of a link wants, beside answering for the first time.</summary>
public enum LinkWish
{
    Answer,
    Change,
    Read,

    /// <summary>To see their partner, their dates and what there is to do.</summary>
    Mine,

    /// <summary>To ask for help, in confidence.</summary>
    Help,

    /// <summary>To read the handbook, whole.</summary>
    Handbook,

    /// <summary>To read of the handbook what one needs before the first session.</summary>
    ShortHandbook,

    /// <summary>To see that the answer arrived.</summary>
    Receipt,

    /// <summary>To see that the draft was saved.</summary>
    Saved,

    /// <summary>To begin with an empty form though a draft was saved.</summary>
    New,

    /// <summary>To say no in place of answering, where the form has a way to.</summary>
    Decline,
}

/// <summary>How a wish stands in the address.</summary>
internal static class LinkWishes
{
    private static readonly (string Key, LinkWish Wish)[] Keys =
    [
        ("change", LinkWish.Change), ("read", LinkWish.Read), ("mine", LinkWish.Mine), ("help", LinkWish.Help),
        ("handbook", LinkWish.Handbook), ("handbook-short", LinkWish.ShortHandbook),
        ("receipt", LinkWish.Receipt), ("saved", LinkWish.Saved), ("new", LinkWish.New), ("decline", LinkWish.Decline),
    ];

    public static LinkWish Of(HttpRequest request) => Keys.FirstOrDefault(k => request.Query.ContainsKey(k.Key)).Wish;

    public static string QueryOf(LinkWish wish) => $"?{Keys.First(k => k.Wish == wish).Key}=yes";
}
