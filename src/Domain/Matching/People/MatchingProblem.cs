namespace ReverseMentoring.Domain.Matching.People;

/// <summary>Something the coordinator must put right before a match can be made.</summary>
/// <param name="Place">Where it is, as a path into the request: "rules.weights.Topics", "people[p7].rank".</param>
/// <param name="Sentence">What is wrong, in a full sentence; ids and rules only, nothing people wrote about themselves.</param>
public sealed record MatchingProblem(string Place, string Sentence);
