using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Orchestrations;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Where a cohort stands: ids, times and counts; no names.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Stopped">Why nothing happens though the cohort has begun; left out where its orchestrator runs, or none is needed.</param>
/// <param name="Next">The step that is due or comes next; left out where there is none, or the orchestrator is stopped.</param>
/// <param name="WaitingFor">What the cohort waits for, in words.</param>
/// <param name="Refused">Emails that the provider would not take.</param>
/// <param name="Undelivered">Emails that the provider took and that did not arrive.</param>
/// <param name="Suppressed">Ids of those to whom nothing is sent any more, until their address is corrected.</param>
/// <param name="Timeline">Every step, planned and actual.</param>
public sealed record CohortProgress(
    string Id,
    string Name,
    CohortStatus Status,
    bool Paused,
    DateTimeOffset Now,
    StoppedOrchestrator? Stopped,
    ShownStep? Next,
    IReadOnlyList<string> WaitingFor,
    CohortCounts Counts,
    IReadOnlyList<RefusedMail> Refused,
    IReadOnlyList<UndeliveredMail> Undelivered,
    IReadOnlyList<string> Suppressed,
    IReadOnlyList<ShownStep> Timeline);

/// <param name="Due">UTC.</param>
/// <param name="DueInWords">In the cohort's time zone.</param>
/// <param name="DoneAt">UTC.</param>
/// <param name="WaitsFor">What has to happen first, in words.</param>
/// <param name="Moved">From what date it was moved to a working day, and why; left out where it keeps its date.</param>
/// <param name="DayOff">Why the day is not worked on which it stays, such as "Saturday"; left out where it is.</param>
/// <param name="MailFrom">UTC; when the emails about it go out, where that is on the next working day.</param>
public sealed record ShownStep(
    string Id,
    string Name,
    StepState State,
    DateTimeOffset? Due,
    string? DueInWords,
    DateTimeOffset? DoneAt,
    string? WaitsFor,
    MovedStep? Moved,
    string? DayOff,
    DateTimeOffset? MailFrom)
{
    internal static ShownStep Of(TimelineStep step, CohortSnapshot cohort) => new(
        step.Id,
        step.Name,
        step.State,
        step.Due,
        step.Due is { } due ? cohort.Scheme.Words.DateAndTimeOf(due, cohort.Definition.Zone) : null,
        step.DoneAt,
        step.WaitsFor,
        step.Moved,
        step.DayOff,
        step.MailFrom);
}

public sealed record CohortCounts
{
    public required int People { get; init; }

    public required int ReverseMentors { get; init; }

    public required int ReverseMentees { get; init; }

    public required int PenPortraits { get; init; }

    public required int Pairs { get; init; }

    public required int PairsRunning { get; init; }

    public required int PairsCompleted { get; init; }

    public required int EmailsWaiting { get; init; }

    public required int EmailsSent { get; init; }

    public required int EmailsSkipped { get; init; }

    public required int EmailsDelivered { get; init; }

    public required int EmailsRefused { get; init; }
}

/// <param name="Reason">The provider's, without the address.</param>
public sealed record RefusedMail(string PersonId, string Template, string? Reason);

/// <param name="At">UTC.</param>
public sealed record UndeliveredMail(string PersonId, string Template, DeliveryResult? Delivery, DateTimeOffset? At);
