namespace ReverseMentoring.Domain.Programme;

/// <summary>What one part of the programme adds to it.</summary>
public sealed record Capability
{
    public IReadOnlyList<StepDeclaration> Steps { get; init; } = [];

    public IReadOnlyList<EmailDeclaration> Emails { get; init; } = [];

    public IReadOnlyList<FormDeclaration> Forms { get; init; } = [];

    /// <summary>What it adds to steps of other capabilities when they are performed.</summary>
    public IReadOnlyList<StepAddition> Additions { get; init; } = [];

    /// <summary>Why an email of any capability is not sent by itself, because this one takes it up; null where it is.</summary>
    public Func<EmailDeclaration, EmailContext, string?> WhyNotAlone { get; init; } = (_, _) => null;
}

/// <param name="Plan">Its effects go together with those of the step itself.</param>
public sealed record StepAddition(StepDeclaration Step, Func<StepContext, Effects> Plan);
