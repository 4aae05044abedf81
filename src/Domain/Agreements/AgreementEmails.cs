using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Agreements;

/// <summary>Emails about the agreement of a pair; none of them says what it says.</summary>
public static class AgreementEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Proposed, Made];

    /// <summary>To the other of the two: something waits for their name.</summary>
    public static readonly EmailDeclaration Proposed = new("agreement-proposed")
    {
        KeepsQuiet = true,
        Form = AgreementForm.Declaration,
        WhyNot = WhyNot,
    };

    /// <summary>To both: it holds from now on.</summary>
    public static readonly EmailDeclaration Made = new("agreement-made")
    {
        KeepsQuiet = true,
        Form = AgreementForm.Declaration,
        WhyNot = WhyNot,
    };

    private static string? WhyNot(EmailContext c) => c.Pair is { IsRunning: true } ? null : "the pair has ended";
}
