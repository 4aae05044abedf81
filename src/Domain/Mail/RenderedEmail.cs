namespace ReverseMentoring.Domain.Mail;

/// <summary>An email ready to leave: a subject of one line, a plain text part and an HTML part that say the same.</summary>
public sealed record RenderedEmail(string Subject, string Text, string Html)
{
    /// <summary>The words of what it puts in a calendar; null where its template has none.</summary>
    public DiaryWords? Diary { get; init; }
}
