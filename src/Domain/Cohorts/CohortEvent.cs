namespace ReverseMentoring.Domain.Cohorts;

/// <summary>A gathering at a fixed time.</summary>
/// <param name="Number">Counts events of the same kind from 1.</param>
/// <param name="At">Local time in the cohort's zone.</param>
/// <param name="InviteDaysBefore">When the invitation is sent.</param>
public sealed record CohortEvent(
    EventKind Kind, int Number, string Name, DateTime At, int Minutes, string Where, string About, EventAudience Audience, int InviteDaysBefore)
{
    /// <summary>The step's name: launch, mixer, wash-up, training-1, support-session-2…</summary>
    public string StepName => Kind switch
    {
        EventKind.Launch => "launch",
        EventKind.Mixer => "mixer",
        EventKind.WashUp => "wash-up",
        EventKind.Training => $"training-{Number}",
        EventKind.SupportSession => $"support-session-{Number}",
        _ => throw new InvalidOperationException($"Event kind {Kind} has no step name."),
    };
}

public enum EventKind
{
    Training,
    Launch,

    /// <summary>For reverse mentors with the scheme's leads (J15, N7).</summary>
    SupportSession,
    Mixer,
    WashUp,
}

public enum EventAudience
{
    Everyone,
    ReverseMentors,
    ReverseMentees,
}
