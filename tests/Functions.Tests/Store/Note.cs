using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Store;

/// <summary>A document made for these tests.</summary>
public sealed record Note(string CohortId, string Id, string Text) : IDocument
{
    public string Kind { get; init; } = "note";

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? OwnerId { get; init; }
}
