namespace ReverseMentoring.Domain.Problems;

/// <summary>One thing that is wrong with what somebody gave us, said so that they can correct it.</summary>
/// <param name="Place">Where: a JSON pointer such as /sessions/count, or "row 7, email".</param>
/// <param name="Sentence">What is wrong and what to do, without repeating personal data.</param>
public sealed record Problem(string Place, string Sentence);
