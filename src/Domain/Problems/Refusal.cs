namespace ReverseMentoring.Domain.Problems;

/// <summary>Why something can't be done; nothing was changed.</summary>
/// <param name="Happened">What happened, in a few words; the title of what the caller reads.</param>
/// <param name="Advice">What it means and what to do.</param>
public sealed record Refusal(RefusalKind Kind, string Happened, string Advice)
{
    /// <summary>Each place that is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static Refusal Invalid(IReadOnlyList<Problem> problems) => new(
        RefusalKind.Invalid,
        "The request can't be taken as it is", "Nothing was changed. Mend each of the places below and send it again.")
    {
        Problems = problems,
    };

    public static Refusal Invalid(string place, string sentence) => Invalid([new Problem(place, sentence)]);

    public static Refusal Conflict(string sentence) => new(RefusalKind.Conflict, "The cohort is not in a state for that", sentence);

    public static Refusal NoCohort() => new(
        RefusalKind.NotFound, "There is no such cohort", "Nothing was changed. GET api/cohorts lists the cohorts there are.");
}

/// <summary>The kinds of refusal that a caller can tell apart.</summary>
public enum RefusalKind
{
    /// <summary>It can be read, and places in it are wrong.</summary>
    Invalid,

    /// <summary>What it is about does not exist.</summary>
    NotFound,

    /// <summary>It is right by itself, and what it is about is not in a state for it.</summary>
    Conflict,

    /// <summary>It can't be read at all.</summary>
    Unreadable,

    /// <summary>It is over the limit.</summary>
    TooLarge,

    /// <summary>It is of another type than its name or place says.</summary>
    WrongType,

    /// <summary>What it should create exists, and it asked not to replace it.</summary>
    Exists,

    /// <summary>Whoever asks did not show who they are.</summary>
    NotKnown,

    /// <summary>Whoever asks may not.</summary>
    NotAllowed,

    /// <summary>It is there, and takes other methods.</summary>
    WrongMethod,

    /// <summary>It can't be said at this moment; the same, sent again, may be taken.</summary>
    Later,

    /// <summary>It failed, by a fault of the service's own.</summary>
    Fault,
}
