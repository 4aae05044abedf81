using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Rendering;
using Calendar = Ical.Net.Calendar;

namespace ReverseMentoring.Functions.Adapters.Calendars;

/// <summary>
/// Writes calendar entries with Ical.Net: the time with its zone, so that each calendar shows it in its owner's own, and private, so that
/// colleagues who may look into a calendar see that somebody is busy and no more.
/// </summary>
public sealed class IcalDiaries : IWriteDiaries
{
    /// <summary>Of a line, without its end (RFC 5545, section 3.1).</summary>
    private const int MostOctets = 75;

    /// <inheritdoc/>
    public DiaryPart Write(DiaryEntry entry, DiaryWords words, DiaryPerson organiser, DiaryPerson reader, DateTimeOffset at)
    {
        var calendar = new Calendar
        {
            ProductId = "-//Reverse Mentoring//Serverless//EN",
            Method = entry.IsCancelled ? CalendarMethods.Cancel : CalendarMethods.Request,
        };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(entry.TimeZone, entry.Starts.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            DtStamp = new CalDateTime(at.UtcDateTime, "UTC"),
            DtStart = new CalDateTime(entry.Starts, entry.TimeZone),
            DtEnd = new CalDateTime(entry.Starts.AddMinutes(entry.Minutes), entry.TimeZone),
            Summary = PeoplesText.OneLine(words.Title),
            Description = PeoplesText.Clean(words.About),
            Location = PeoplesText.Clean(entry.Place),
            Class = "PRIVATE",
            Transparency = TransparencyType.Opaque,
            Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer(Mailto(organiser.Email)) { CommonName = Named(organiser) },
            // Whether they come is said behind the link in the email; an answer of their calendar would reach nobody who counts.
            Attendees = [new Attendee(Mailto(reader.Email)) { CommonName = Named(reader), Rsvp = false }],
        });
        return new DiaryPart(calendar.Method, Folded(new CalendarSerializer(calendar).SerializeToString() ?? ""));
    }

    /// <summary>
    /// Ical.Net breaks a long line between the two halves of a character such as 🙂; here it is broken between characters.
    /// </summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > MostOctets)
                {
                    folded.Append("\r\n ");
                    octets = 1;
                }

                folded.Append(rune);
                octets += rune.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }

    /// <summary>A parameter of a property, where neither quotation marks nor line breaks can stand.</summary>
    private static string Named(DiaryPerson person) => PeoplesText.OneLine(person.Name).Replace('"', '\'');

    private static string Mailto(string address) => $"mailto:{address}";
}
