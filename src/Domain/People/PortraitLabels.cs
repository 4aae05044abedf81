using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.People;

/// <summary>What the pen portrait's fields are called to people.</summary>
public static class PortraitLabels
{
    public static string Of(PortraitField field, Scheme scheme) => field.Name switch
    {
        "name" => "Name",
        "role_and_experience" => "Current role and relevant previous experience",
        "contact" => "Contact details (email preferably)",
        "why_interested" => "Why you are interested in taking part",
        "matching_considerations" => "Anything to bear in mind about how you are matched",
        "regular_courts" => scheme.ConflictLabel ?? "Places or people you would rather not be matched with",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "No such pen portrait field."),
    };

    /// <summary>The notice beside the field: who sees what is typed there (J25).</summary>
    public static string SharedWith(PortraitField field) => field.Sharing == Sharing.Partner
        ? "Shared with the person you are matched with, once matches are released."
        : "Used for matching only. Never shown to the person you are matched with.";
}
