using System.Globalization;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Forecasts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Emails;

/// <summary>What lies ahead, what waits, and what became of every email, but for those that would tell what somebody answered.</summary>
public sealed class EmailsPage(
    CohortReader reader, ICohortStore store, SendQuota quota, IRenderEmails emails, PageRenderer pages, WebOptions web) : ConsolePage
{
    private const int OnPage = 100;

    public override string Route => "cohorts/{cohort}/emails";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var words = pages.WordsOf(MailWords.Template);
        var all = (await store.ListAsync<OutboxMail>(visit.CohortId, OutboxMail.SettledKind, cancellation))
            .Concat(await store.ListAsync<OutboxMail>(visit.CohortId, OutboxMail.OpenKind, cancellation))
            .Select(m => m.Value).Where(m => !MentoringProgramme.Declared.EmailOf(m).IsConfidential(m)).ToList();
        var show = visit.Asked("show");
        var found = all.Where(m => show.Length == 0 || MailWords.StateOf(m) == show)
            .OrderByDescending(m => m.SettledAt ?? DateTimeOffset.MaxValue).ThenByDescending(m => m.PlannedAt)
            .ThenBy(m => m.Id, StringComparer.Ordinal).ToList();
        var pageCount = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        var page = int.TryParse(visit.Asked("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        page = Math.Clamp(page, 1, pageCount);
        var sample = new SampleEmail(cohort, emails, pages, web.BaseAddress, visit.Now);
        var takePart = cohort.People.Count(p => p.TakesPart);
        return new ConsoleAnswer("emails", Of(
            ("ahead", Ahead(visit, cohort)),
            ("samples", sample.Templates.Select(t => Of(
                ("template", t), ("name", words.Find([$"mail.{t}"], [("number", 1)]) ?? t))).ToList()),
            ("burden", Burden.Of(all, cohort.Definition.Zone, cohort.Scheme.EmailsAMonth) is { } burden
                ? Of(
                    ("median", burden.Median.ToString("0.#", CultureInfo.InvariantCulture)),
                    ("most", burden.Most),
                    ("most_in_month", burden.MostInMonth),
                    ("over", burden.Over),
                    ("month", cohort.Scheme.EmailsAMonth))
                : null),
            ("take_part", takePart),
            ("per_hour", quota.PerHour),
            ("hours", (takePart + quota.PerHour - 1) / quota.PerHour),
            ("long_hours", (int)ForeseenWave.Long.TotalHours),
            ("states", all.CountBy(MailWords.StateOf).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Of(
                ("state", c.Key), ("count", c.Value))).ToList()),
            ("total", all.Count),
            ("mails", found.Skip((page - 1) * OnPage).Take(OnPage).Select(m => Of(
                ("what", MailWords.Of(words, m)),
                ("to", m.PersonId == OutboxMail.CoordinatorId ? null : cohort.FindPerson(m.PersonId)?.Name),
                ("for_you", m.PersonId == OutboxMail.CoordinatorId),
                ("person", cohort.FindPerson(m.PersonId)?.Id),
                ("state", MailWords.StateOf(m)),
                ("at", visit.When(m.SettledAt ?? m.NotBefore ?? m.PlannedAt)),
                ("reason", m.Reason))).ToList()),
            ("show", show),
            ("page", page),
            ("pages", pageCount)))
        {
            Place = "emails",
        };
    }

    /// <summary>The calendar of what this cohort sends by date, against the quota.</summary>
    private List<Dictionary<string, object?>> Ahead(Visit visit, CohortSnapshot cohort) => cohort.Cohort.Status == CohortStatus.Closed
        ? []
        : [.. MailForecast.Of(MentoringProgramme.Declared, cohort, quota, visit.Now).Where(w => w.Mails > 0).Select(w => Of(
            ("name", StepWords.Of(pages, w.Step, cohort.Definition)),
            ("at", visit.When(w.At)),
            ("mails", w.Mails),
            ("until", w.Until - w.At < TimeSpan.FromMinutes(10) ? null : visit.When(w.Until)),
            ("long", w.IsLong)))];
}
