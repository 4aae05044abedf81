namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>A clock that is set, forward and back, as a play begins anew.</summary>
internal sealed class StageClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
