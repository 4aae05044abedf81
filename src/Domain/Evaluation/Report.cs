using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>What may be said about an evaluation. Numbers that could point at someone are not in it at all.</summary>
public sealed record Report : IDocument
{
    public const string DocumentId = "report";

    public required string CohortId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required int Asked { get; init; }

    /// <summary>How many answered, in words: a number, or "fewer than 5".</summary>
    public required string Answered { get; init; }

    public required int Pairs { get; init; }

    public required int PairsCompleted { get; init; }

    public required int SessionsHeld { get; init; }

    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>In the order of the alphabet, so that it tells nothing of who wrote; empty below the threshold.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    public required string Thresholds { get; init; }

    public string Id => DocumentId;

    public string Kind => "report";
}

/// <param name="Mean">1 to 5, one decimal; null below the threshold.</param>
public sealed record QuestionResult(string Name, string Question, double? Mean, string Answers);
