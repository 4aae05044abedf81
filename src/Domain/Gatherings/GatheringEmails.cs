using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>What every email about a gathering says of it, and what it puts in calendars.</summary>
internal static class GatheringEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [.. GatheringKinds.Emails.Values, Joining, JoiningMissing, CalledOff];

    /// <summary>How to join, on the day before.</summary>
    public static readonly EmailDeclaration<GatheringFacts> Joining = new("event-joining")
    {
        EndsWithCancellation = true,
        IsRepeat = true,
        WhyNotWith = (c, facts) => WhyNot(c, GatheringSteps.Named(facts.Gathering, c.Definition)),
        ValuesWith = (c, facts) => Values(c, GatheringSteps.Named(facts.Gathering, c.Definition)),
        DiaryWith = (c, facts) => Diary(c, GatheringSteps.Named(facts.Gathering, c.Definition)),
    };

    /// <summary>To the coordinator: people wait for the joining details, and there are none.</summary>
    public static readonly EmailDeclaration JoiningMissing = new("event-joining-missing")
    {
        EndsWithCancellation = true,
        WhyNot = c => GatheringSteps.MissedBy(c.Mail, c.Definition) is var e && WhyNot(c, e) is { } reason ? reason
            : e!.HasJoining ? "the joining details have been given"
            : null,
        Values = c => Values(c, GatheringSteps.MissedBy(c.Mail, c.Definition)),
    };

    /// <summary>To those who were invited to a gathering that does not take place.</summary>
    public static readonly EmailDeclaration<GatheringFacts> CalledOff = new("event-called-off")
    {
        EndsWithCancellation = true,
        ValuesWith = (c, facts) => Values(c, GatheringSteps.Named(facts.Gathering, c.Definition)),
        DiaryWith = (c, facts) => Diary(c, GatheringSteps.Named(facts.Gathering, c.Definition)),
    };

    internal static string? WhyNot(EmailContext c, CohortEvent? gathering) =>
        gathering is null || gathering.IsCancelled ? "the event does not take place"
        : c.IsPast(gathering.At) ? "the event has passed"
        : null;

    /// <exception cref="ArgumentException">The email is about no gathering of the cohort.</exception>
    internal static Dictionary<string, object?> Values(EmailContext c, CohortEvent? gathering)
    {
        var e = gathering ?? throw new ArgumentException("This email is not about an event.", nameof(gathering));
        return Of(("event", Of(
            ("name", e.Name),
            ("when", c.When(e.At)),
            ("where", e.Where),
            ("about", e.About),
            ("audience", e.Audience.ToString()),
            ("is_remote", e.IsRemote),
            ("join_link", e.JoinLink.Length > 0 ? new Link(new Uri(e.JoinLink)) : null),
            ("joining", e.Joining))));
    }

    internal static DiaryEntry? Diary(EmailContext c, CohortEvent? gathering) => gathering is { } e
        ? new DiaryEntry($"{c.Definition.Id}/{e.StepName()}", e.Sequence, e.At, e.Minutes, c.Definition.TimeZone)
        {
            Place = string.Join("\n", new[] { e.Where, e.JoinLink, e.Joining }.Where(p => p.Length > 0)),
            IsCancelled = e.IsCancelled,
        }
        : null;
}

/// <param name="Gathering">Its name among the cohort's steps.</param>
public sealed record GatheringFacts(string Gathering);
