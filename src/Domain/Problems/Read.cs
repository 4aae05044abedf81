using System.Diagnostics.CodeAnalysis;

namespace ReverseMentoring.Domain.Problems;

/// <summary>What came of reading input: the value, or every problem found in it.</summary>
public sealed record Read<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Problems.Count == 0 && Value is not null;
}
