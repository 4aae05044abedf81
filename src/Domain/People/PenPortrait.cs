namespace ReverseMentoring.Domain.People;

/// <summary>What a person said of themselves for matching: the fields of the judicial form (J18–J23).</summary>
public sealed record PenPortrait
{
    public required string Name { get; init; }

    public required string RoleAndExperience { get; init; }

    public required string Contact { get; init; }

    public required string WhyInterested { get; init; }

    /// <summary>What the person wants to have reached at the end (A3); shown to the partner.</summary>
    public string Objectives { get; init; } = "";

    /// <summary>For whoever makes the matches; never shown to the partner.</summary>
    public string MatchingConsiderations { get; init; } = "";

    /// <summary>For matching only; never shown to the partner.</summary>
    public IReadOnlyList<string> RegularCourts { get; init; } = [];

    /// <summary>For matching only; never shown to the partner.</summary>
    public MatchingProfile Profile { get; init; } = new();

    /// <summary>
    /// The declaration "if matched" (J30) and the undertakings, which stood on the form (J5, J14), were given at this instant.
    /// </summary>
    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>Which privacy notice stood on the form (J29); null in those of an earlier version of the service.</summary>
    public string? NoticeVersion { get; init; }

    public required DateTimeOffset FirstSentAt { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
