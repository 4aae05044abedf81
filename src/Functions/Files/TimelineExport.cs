using System.Globalization;
using CsvHelper;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Functions.Files;

/// <summary>A cohort's timeline as planned and as it went, with counts of emails: a table that names nobody, not even by number.</summary>
public static class TimelineExport
{
    // A cell that begins like a formula is kept from being one.
    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <returns>CSV in UTF-8 (RFC 4180); times are the zone's own, as its heading says.</returns>
    public static byte[] Write(CohortTimeline timeline, IEnumerable<OutboxMail> settled, CohortZone zone)
    {
        var mails = settled.ToLookup(m => m.StepId, StringComparer.Ordinal);
        using var table = new MemoryStream();
        using (var csv = CsvWriter.Create(table, Csv, leaveOpen: true))
        {
            csv.WriteRecord(
                ["step", "state", $"planned ({zone.Id})", $"done ({zone.Id})", "emails sent", "emails skipped", "emails refused"]);
            foreach (var step in timeline.Shown)
            {
                var counts = new[] { MailState.Sent, MailState.Skipped, MailState.Refused }.Select(
                    state => mails[step.Id].Count(m => m.State == state).ToString(CultureInfo.InvariantCulture));
                csv.WriteRecord([step.Name, InWords(step.State), Local(step.Due), Local(step.DoneAt), .. counts]);
            }
        }

        return table.ToArray();

        string Local(DateTimeOffset? at) =>
            at is { } instant ? zone.ToLocal(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
    }

    private static string InWords(StepState state) => state.ToString().ToLowerInvariant();
}
