using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>
/// What may be said about an evaluation. Numbers that could point at someone are not in it at all. It is made once: a second version could
/// be subtracted from the first.
/// </summary>
public sealed record Report : IDocument
{
    public const string DocumentId = "report";

    public required string CohortId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required int Asked { get; init; }

    /// <summary>How many answered, in words and in steps of five: "fewer than 5", "5 to 9", "20 or more", "not shown".</summary>
    public required string Answered { get; init; }

    public required int Pairs { get; init; }

    /// <summary>In steps of five, as <see cref="Answered"/>.</summary>
    public required string PairsCompleted { get; init; }

    /// <summary>In steps of five, as <see cref="Answered"/>.</summary>
    public required string SessionsHeld { get; init; }

    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>In the order of the alphabet, so that it tells nothing of who wrote; empty below the threshold.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    public required string Thresholds { get; init; }

    public string Id => DocumentId;

    public string Kind => "report";
}

/// <param name="Mean">1 to 5, to the nearest half and in words: "3.5", "4 or more", "not shown".</param>
/// <param name="Answers">In steps of five, as <see cref="Report.Answered"/>.</param>
public sealed record QuestionResult(string Name, string Question, string Mean, string Answers);
