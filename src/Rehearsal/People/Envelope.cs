using System.Text.RegularExpressions;
using MimeKit;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Mail;

namespace ReverseMentoring.Rehearsal.People;

/// <summary>An .eml file as a mail program shows it: who it is to, its plain text part, and the links in that.</summary>
public sealed partial record Envelope(string To, string Subject, string Text, IReadOnlyList<string> Links)
{
    /// <summary>What it puts in a calendar, as an iCalendar object; empty: nothing.</summary>
    public string Calendar { get; init; } = "";

    /// <summary>As whoever reads one of its parts finds it: the part's own link comes first, and the last stays the last.</summary>
    /// <param name="place">From 0, which is the letter itself.</param>
    private Envelope Part(int place) => this with { Links = [.. Links.Skip(place)] };

    /// <summary>An email that was sent, by itself or as a part of a letter.</summary>
    /// <param name="emails">The pick-up folder.</param>
    public static async Task<Envelope> OpenAsync(string emails, OutboxMail mail, ICohortStore store)
    {
        var envelope = Open(Path.Combine(emails, PickupFile.NameOf($"{mail.CohortId}-{mail.CarriedBy ?? mail.Id}")));
        if (mail.CarriedBy is not { } id)
        {
            return envelope;
        }

        var letter = await store.FindAsync<OutboxMail>(mail.CohortId, id, CancellationToken.None);
        return envelope.Part((letter?.Value.Carries ?? []).Index().First(c => c.Item == mail.Id).Index + 1);
    }

    public static Envelope Open(string file)
    {
        using var message = MimeMessage.Load(file);
        var text = (message.TextBody ?? "").ReplaceLineEndings("\n");
        return new Envelope(message.To.ToString(), message.Subject ?? "", text, [.. Address().Matches(text).Select(m => m.Value)])
        {
            Calendar = message.BodyParts.OfType<TextPart>().FirstOrDefault(p => p.ContentType.IsMimeType("text", "calendar"))?.Text ?? "",
        };
    }

    [GeneratedRegex(@"https?://\S+/r/[A-Za-z0-9._-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
