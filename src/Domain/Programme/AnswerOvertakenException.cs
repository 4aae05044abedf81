using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Somebody else changed at that very moment what an answer is about; nothing of it was taken.</summary>
public sealed class AnswerOvertakenException(Problem problem) : Exception("An answer was overtaken by another.")
{
    /// <summary>As a form's own: its place is the name of a question, its sentence a key of the page's words.</summary>
    public Problem Problem { get; } = problem;
}
