using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Safeguarding;

/// <summary>
/// What somebody asked for help with: for the safeguarding lead and the deputies alone, and erased with the person. Who opened it is kept
/// in it, and nowhere else, since the cohort's audit would tell that it exists.
/// </summary>
public sealed record HelpRequest : IDocument, IWritten
{
    public const string DocumentKind = "help-request";

    public required string CohortId { get; init; }

    public required string PersonId { get; init; }

    public required string Text { get; init; }

    /// <summary>How and when the person wants to be answered.</summary>
    public required string Reach { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Each time that it was opened.</summary>
    public IReadOnlyList<HelpOpening> Openings { get; init; } = [];

    /// <summary>When it was said to be dealt with (UTC); null: it waits.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Where confidence had to give way (J30): what, to whom, and why.</summary>
    public IReadOnlyList<ConfidenceException> Exceptions { get; init; } = [];

    public string Id => IdOf(PersonId, Text);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    /// <summary>The same words posted twice are one request.</summary>
    public static string IdOf(string personId, string text) => $"help-{personId}-{Digest.Of(text)[..12]}";

    public HelpRequest Opened(string by, DateTimeOffset at) => this with { Openings = [.. Openings, new HelpOpening(by, at)] };

    public HelpRequest Closed(DateTimeOffset at) => ClosedAt is null ? this with { ClosedAt = at } : this;

    public HelpRequest Except(ConfidenceException exception) => this with { Exceptions = [.. Exceptions, exception] };
}

/// <param name="By">The address of whoever opened it.</param>
/// <param name="At">UTC.</param>
public sealed record HelpOpening(string By, DateTimeOffset At);

/// <summary>An entry of the register of exceptional circumstances.</summary>
/// <param name="What">What was passed on: the least that will do.</param>
/// <param name="To">To whom.</param>
/// <param name="Why">Which of the exceptional circumstances it is.</param>
/// <param name="WhyNotTold">Why the person could not be told; empty: they were, by email.</param>
/// <param name="By">The address of whoever decided it.</param>
/// <param name="At">UTC.</param>
public sealed record ConfidenceException(string What, string To, string Why, string WhyNotTold, string By, DateTimeOffset At);
