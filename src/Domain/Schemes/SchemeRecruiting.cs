namespace ReverseMentoring.Domain.Schemes;

/// <summary>What a scheme says to whoever thinks of taking part (N10–N12, T1).</summary>
public sealed record SchemeRecruiting
{
    /// <summary>What the scheme is, in a few sentences, for somebody who has never heard of it.</summary>
    public required string About { get; init; }

    public required RoleText ReverseMentor { get; init; }

    public required RoleText ReverseMentee { get; init; }

    /// <summary>How one can help without being either (T3).</summary>
    public required string OtherWays { get; init; }

    /// <summary>Groups that the scheme wishes to hear from (J1); told in counts alone. None: nobody is asked.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <param name="About">What somebody in this role does.</param>
/// <param name="Specification">What they need to bring (N12).</param>
public sealed record RoleText(string About, IReadOnlyList<string> Specification);
