using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Privacy;

/// <summary>What stays when a cohort's files are gone: that it was done, when, and how many. No names: they may be people's.</summary>
public sealed record FilesErasure : IDocument
{
    public const string DocumentId = "erasure-files";

    public required string CohortId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Removed { get; init; }

    public string Id => DocumentId;

    public string Kind => "files-erasure";
}
