namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>Why nothing happens in a cohort though it has begun.</summary>
public enum StoppedOrchestrator
{
    /// <summary>An administrator suspended it, and can resume it.</summary>
    Suspended,

    /// <summary>An administrator ended it; the coordinator can start it again.</summary>
    Terminated,

    /// <summary>It failed or is gone; the watch starts it again within a day.</summary>
    Missing,
}
