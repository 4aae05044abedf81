namespace ReverseMentoring.Domain.Problems;

/// <summary>A field that a reader asked for, with the limits it keeps.</summary>
public sealed record AskedField(string Name, AskedKind Kind)
{
    public bool Required { get; init; }

    /// <summary>The smallest number; null where it is no number.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number, the most characters of a text, or the most entries of a list of objects.</summary>
    public int? Most { get; init; }

    /// <summary>The most entries of a list of numbers or texts.</summary>
    public int? Entries { get; init; }

    /// <summary>The words that a text is one of; empty where it may be any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The number or numbers in its place where it is left out.</summary>
    public IReadOnlyList<int?> Otherwise { get; init; } = [];

    /// <summary>What was asked of the object, or of the last object of the list.</summary>
    public FieldReader? Inner { get; init; }
}

public enum AskedKind
{
    Text,
    Whole,
    Wholes,
    LocalTime,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>True or false.</summary>
    YesNo,
    Object,
    Objects,

    /// <summary>Whatever its own reader takes.</summary>
    Open,
}
