using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Privacy;

/// <summary>The clock of a cohort that is not started: nobody in it was ever written to, and it does not keep them for ever.</summary>
public static class DraftClock
{
    /// <summary>Days for which a draft is kept once its pen-portrait deadline has passed, so that it can be given new dates.</summary>
    public const int DaysAfterDeadline = 30;

    /// <summary>A draft is kept so many days from its creation, whatever its dates.</summary>
    public const int MostDays = 365;

    /// <summary>When the draft and the people in it are deleted (UTC).</summary>
    public static DateTimeOffset RunsOut(Cohort draft)
    {
        var byDates = draft.Definition.Zone.ToInstant(draft.Definition.PortraitDeadline.AddDays(DaysAfterDeadline));
        var byAge = draft.CreatedAt.AddDays(MostDays);
        return byDates < byAge ? byDates : byAge;
    }
}
