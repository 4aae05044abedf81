namespace ReverseMentoring.Domain.Problems;

/// <summary>Going on from an outcome that is still being waited for.</summary>
public static class OutcomeTasks
{
    /// <returns>What follows from the value; the refusal where there is none.</returns>
    public static async Task<Outcome<TNext>> ThenAsync<T, TNext>(this Task<Outcome<T>> outcome, Func<T, TNext> next)
        where T : notnull
        where TNext : notnull =>
        (await outcome).Then<TNext>(value => next(value));
}
