using System.Diagnostics.CodeAnalysis;

namespace ReverseMentoring.Domain.Problems;

/// <summary>A value, or the refusal that stands in its place. Every reading of input and every decision ends in one.</summary>
public sealed record Outcome<T>
    where T : notnull
{
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>Each place that is wrong; empty where there is a value, or where the refusal is about no place.</summary>
    public IReadOnlyList<Problem> Problems => Refusal?.Problems ?? [];

    /// <returns>What follows from the value; the refusal where there is none.</returns>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
        where TNext : notnull =>
        Succeeded ? next(Value) : Refusal;

    /// <inheritdoc cref="Then{TNext}"/>
    public Task<Outcome<TNext>> ThenAsync<TNext>(Func<T, Task<Outcome<TNext>>> next)
        where TNext : notnull =>
        Succeeded ? next(Value) : Task.FromResult<Outcome<TNext>>(Refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Makes outcomes where the compiler should find out their type.</summary>
public static class Outcome
{
    public static Outcome<T> Of<T>(T value)
        where T : notnull =>
        value;

    /// <returns>The value where nothing is wrong with it.</returns>
    public static Outcome<T> Of<T>(T value, IReadOnlyList<Problem> problems)
        where T : notnull =>
        problems.Count == 0 ? value : Refusal.Invalid(problems);
}
