using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>One person's answers to the evaluation. Read by the report alone, and erased with the person.</summary>
public sealed record EvaluationAnswer : IDocument, IWritten
{
    public const string DocumentKind = "evaluation";

    public required string CohortId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>Question name to 1 (not at all) … 5 (very much); an unanswered question is absent.</summary>
    public required IReadOnlyDictionary<string, int> Scores { get; init; }

    public required string Comment { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Id => DocumentIdOf(PersonId);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    public static string DocumentIdOf(string personId) => $"evaluation-{personId}";
}
