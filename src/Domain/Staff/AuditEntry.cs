using System.Globalization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Staff;

/// <summary>
/// What somebody of the staff did by a page, and when. It holds ids and the reason they gave, and nothing that anybody answered.
/// </summary>
public sealed record AuditEntry : IDocument
{
    public const string DocumentKind = "audit";

    /// <summary>The cohort that it was done to; <see cref="StaffSession.Partition"/> for what concerns none.</summary>
    public required string CohortId { get; init; }

    public required string Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address of whoever did it; empty for the owner of the machine.</summary>
    public required string By { get; init; }

    /// <summary>What was done: a key of the words of the audit's page.</summary>
    public required string Deed { get; init; }

    /// <summary>The id of the person, pair, email or orchestration that it was done to.</summary>
    public string? AboutId { get; init; }

    /// <summary>The reason that was given.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC; with the cohort's time.</summary>
    public DateTimeOffset? Expires { get; init; }

    public string Kind => DocumentKind;

    public DateTimeOffset? ExpiresAt => Expires;

    /// <summary>In order of time; two at the same instant are told apart by chance.</summary>
    public static string IdOf(DateTimeOffset at, string chance) =>
        string.Create(CultureInfo.InvariantCulture, $"audit-{at.UtcTicks:D19}-{chance}");
}
