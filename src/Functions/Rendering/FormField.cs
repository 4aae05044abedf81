namespace ReverseMentoring.Functions.Rendering;

public enum FieldKind
{
    Text,
    Email,
    LongText,

    /// <summary>One of the options, as radio buttons.</summary>
    Choice,

    /// <summary>Any of the options, as boxes to tick; posted under one name, separated by commas.</summary>
    Several,

    /// <summary>Travels along unseen: what was typed on a page before this one.</summary>
    Hidden,

    /// <summary>Ticked when its value is not empty; it posts "yes".</summary>
    Checkbox,

    /// <summary>A day; browsers offer a calendar.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,
}

/// <summary>One of a choice's answers.</summary>
public sealed record FieldOption(string Value, string Label, string? Hint = null);

/// <summary>One question of a form.</summary>
/// <param name="Name">The name it is posted under: letters, digits, hyphens and underscores.</param>
public sealed record FormField(string Name, string Label, FieldKind Kind)
{
    public string? Hint { get; init; }

    /// <summary>A sentence: who sees this answer (requirement J25).</summary>
    public string? SharedWith { get; init; }

    /// <summary>As it was typed, or of a choice the option's value; empty for none.</summary>
    public string Value { get; init; } = "";

    /// <summary>What is wrong and how to put it right; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>The label of a field that is not says "(optional)".</summary>
    public bool Required { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>In characters. It is told beside the field; the browser does not enforce it, or it would cut a paste short.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What it is folded away under; null: it stands open.</summary>
    public string? Group { get; init; }

    /// <summary>Something in its group was answered or is wrong, so that nobody has to look for it.</summary>
    public bool IsGroupOpen { get; init; }

    /// <summary>The HTML autocomplete token, such as <c>name</c> or <c>email</c>.</summary>
    public string? Autocomplete { get; init; }
}
