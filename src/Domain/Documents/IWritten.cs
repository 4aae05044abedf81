namespace ReverseMentoring.Domain.Documents;

/// <summary>A document with what a person wrote for few to read.</summary>
public interface IWritten
{
    /// <summary>When it was written as it stands (UTC).</summary>
    DateTimeOffset At { get; }
}
