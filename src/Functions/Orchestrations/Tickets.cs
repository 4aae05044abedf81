namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>What orchestrators hand to activities and get back: ids, counts and times, never personal data.</summary>
public sealed record StepTicket(string CohortId, string StepId);

/// <param name="Wave">The wave's own instance id; what it claimed it may claim again after a crash.</param>
public sealed record WaveTicket(string CohortId, string Wave);

public sealed record TroubleTicket(string CohortId, string Task, string ErrorType);

/// <param name="Waiting">Emails still to be sent.</param>
/// <param name="MakeWay">A step that cannot wait has come due.</param>
/// <param name="AskAgainAt">UTC; earlier the quota grants nothing, or the provider asked to wait.</param>
public sealed record WaveProgress(int Sent, int Waiting, bool MakeWay, DateTimeOffset? AskAgainAt);
