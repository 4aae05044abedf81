namespace ReverseMentoring.Domain.Programme;

/// <summary>One question of a form. Its label, hint and options are words of the page, found by its name.</summary>
/// <param name="Name">The name it is posted under: letters, digits, hyphens and underscores.</param>
public sealed record FormQuestion(string Name, QuestionKind Kind)
{
    public bool IsRequired { get; init; }

    /// <summary>In characters; null: no limit is told.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Of a choice, one or several: the values that can be posted.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>
    /// The key of the words for a group of questions that nobody has to answer, folded away until one of them is; null: it stands open.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>Where the scheme names it, not the page.</summary>
    public string? Label { get; init; }

    /// <summary>The options' labels where the scheme names them; an option without one is a word of the page.</summary>
    public IReadOnlyDictionary<string, string> OptionLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>The key of the words that say what helps to answer; null: the question's own, if it has any.</summary>
    public string? Hint { get; init; }

    /// <summary>The key of the words that say who sees the answer (J25); null: the question's own, if it has any.</summary>
    public string? SharedWith { get; init; }

    /// <summary>Of what is asked of nobody: what the page was made from.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The HTML autocomplete token, such as <c>name</c> or <c>email</c>.</summary>
    public string? Autocomplete { get; init; }
}

public enum QuestionKind
{
    Text,
    Email,
    LongText,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options; they are posted, and kept, separated by commas.</summary>
    Several,

    /// <summary>It posts "yes" when ticked.</summary>
    Checkbox,

    /// <summary>A day, posted as 2023-04-04 or as people write one.</summary>
    Date,

    /// <summary>A time of day, posted as 14:30 or as people write one.</summary>
    Time,

    /// <summary>
    /// Asked of nobody: it says from which state of things the page was made (<see cref="FormQuestion.Seen"/>), so that an answer to what
    /// has changed meanwhile can be told from one to what is.
    /// </summary>
    Seen,
}
