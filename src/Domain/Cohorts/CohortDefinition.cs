using System.Text.Json.Serialization;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>What a coordinator lays down about a cohort. Every date is local time in <see cref="TimeZone"/>.</summary>
public sealed record CohortDefinition
{
    /// <summary>Written as the country of a cohort for which no country's holidays count, whatever its scheme says.</summary>
    public const string NoCountry = "none";

    /// <summary>Short name in addresses and ids: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The preset under schemes/ that gives texts, prompts, ranks and contacts.</summary>
    public required string Scheme { get; init; }

    /// <summary>Why this cohort exists (T1), told to everyone who is invited.</summary>
    public required string Purpose { get; init; }

    /// <summary>Aims, measures and who owns what follows.</summary>
    public PurposePlan Plan { get; init; } = PurposePlan.Nothing;

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whose public holidays count, such as GB-EAW; <see cref="NoCountry"/> or nothing: weekends only.</summary>
    public string? Country { get; init; }

    public required Coordinator Coordinator { get; init; }

    /// <summary>Who else runs it, beside the coordinator.</summary>
    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    /// <summary>Whether and until when people may apply by themselves; null: they can't.</summary>
    public ApplicationPlan? Applications { get; init; }

    public required DateTime EnrolmentOpens { get; init; }

    /// <summary>When pen portraits close (J17) and matches are proposed.</summary>
    public required DateTime PortraitDeadline { get; init; }

    public required IReadOnlyList<int> PortraitReminderDaysBefore { get; init; }

    /// <summary>By when the coordinator means to release the matches. Nothing is released by itself.</summary>
    public required DateTime ReleaseBy { get; init; }

    public required IReadOnlyList<CohortEvent> Events { get; init; }

    public required SessionPlan Sessions { get; init; }

    public required ReflectionPlan Reflections { get; init; }

    public required EvaluationPlan Evaluation { get; init; }

    public required RetentionPlan Retention { get; init; }

    [JsonIgnore]
    public CohortZone Zone => CohortZone.Of(TimeZone);

    /// <summary>What somebody's part in running it is; null: none.</summary>
    public TeamRole? RoleOf(string email) => EmailAddress.Same(email, Coordinator.Email)
        ? TeamRole.Coordinator
        : Team.FirstOrDefault(m => EmailAddress.Same(email, m.Email))?.Role;

    /// <summary>The safeguarding lead and the deputies, in this order; none where nobody is named.</summary>
    [JsonIgnore]
    public IEnumerable<TeamMember> Safeguarding => Team.Where(m => m.Role == TeamRole.Safeguarding);

    [JsonIgnore]
    public CohortEvent Launch => Events.First(e => e.Kind == EventKind.Launch);
}

/// <summary>Who runs the cohort and gets its operational emails.</summary>
public sealed record Coordinator(string Name, string Email)
{
    /// <summary>How they hear of what only informs them; what waits for their decision always comes at once.</summary>
    public CoordinatorMail Mail { get; init; }
}

public enum CoordinatorMail
{
    /// <summary>An email for each.</summary>
    Each,

    /// <summary>One on Monday morning, in a week in which there is something to tell.</summary>
    Weekly,
}

/// <summary>Monthly sessions, each a window in which the pair meets when it suits them (J6, J9).</summary>
/// <param name="FirstOpens">Local time; session K opens K-1 calendar months later.</param>
/// <param name="WindowDays">Days from opening to closing.</param>
/// <param name="CheckDaysBeforeClose">When both are asked "did you meet?".</param>
/// <param name="NudgeDaysBeforeClose">When those who have not met are nudged.</param>
public sealed record SessionPlan(int Count, DateTime FirstOpens, int WindowDays, int CheckDaysBeforeClose, int NudgeDaysBeforeClose)
{
    /// <summary>Local opening time of session <paramref name="number"/>, counted from 1.</summary>
    public DateTime Opens(int number) => FirstOpens.AddMonths(number - 1);

    public DateTime Closes(int number) => Opens(number).AddDays(WindowDays);

    /// <summary>
    /// For so many days after a session has closed a pair may still meet for it, where the two have named a date (J6: six sessions over
    /// six to eight months). The last session closes for everybody.
    /// </summary>
    public int StretchDays { get; init; }

    /// <summary>Until when (local time) the two of a pair may name a date for a session.</summary>
    public DateTime ClosesAtLatest(int number)
    {
        var (latest, end) = (Closes(number).AddDays(StretchDays), Closes(Count));
        return latest < end ? latest : end;
    }
}

/// <summary>A reflection window opens when its session closes (T7).</summary>
public sealed record ReflectionPlan(int WindowDays, int ReminderDaysBeforeClose);

public sealed record EvaluationPlan(DateTime Opens, DateTime Closes, int ReminderDaysBeforeClose);

/// <param name="Months">Calendar months from the end of a person's own mentoring to erasure (J27).</param>
/// <param name="NoticeDays">How long before erasure the person is told.</param>
public sealed record RetentionPlan(int Months, int NoticeDays);
