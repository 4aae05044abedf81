using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Mail;

/// <summary>What an email puts in its reader's own calendar (RFC 5546), before it has words.</summary>
/// <param name="About">What it is an entry for, the same for as long as that exists: "judicial-2023/launch".</param>
/// <param name="Sequence">Raised by one with each change of it, and with its cancelling.</param>
/// <param name="Starts">Local time in <paramref name="TimeZone"/>.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record DiaryEntry(string About, int Sequence, DateTime Starts, int Minutes, string TimeZone)
{
    /// <summary>Where to go, or how to join.</summary>
    public string Place { get; init; } = "";

    public bool IsCancelled { get; init; }

    /// <summary>Says nothing to whoever may look into somebody's calendar.</summary>
    public string Uid => $"{Digest.Of(About)[..32]}@reverse-mentoring";
}

/// <summary>The words of an entry. Colleagues may see the title.</summary>
public sealed record DiaryWords(string Title, string About);

/// <summary>An entry written out, as a part of an email.</summary>
/// <param name="Method">REQUEST, which a later one of a higher sequence takes the place of, or CANCEL.</param>
/// <param name="Text">An iCalendar object, its lines ended by CR LF.</param>
public sealed record DiaryPart(string Method, string Text);

/// <summary>Writes calendar entries out.</summary>
public interface IWriteDiaries
{
    /// <param name="organiser">Whom the entry comes from.</param>
    /// <param name="reader">Whose calendar it is for.</param>
    /// <param name="at">UTC; when it is written.</param>
    DiaryPart Write(DiaryEntry entry, DiaryWords words, DiaryPerson organiser, DiaryPerson reader, DateTimeOffset at);
}

/// <summary>Somebody as a calendar entry names them.</summary>
public sealed record DiaryPerson(string Name, string Email);
