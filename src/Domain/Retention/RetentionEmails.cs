using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Retention;

public static class RetentionEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Notice, Receipt];

    public static readonly EmailDeclaration Notice = new("retention-notice")
    {
        Values = c => Of(
            ("erase_on", c.Day(RetentionClock.RunsOut(c.Person!, c.Definition, c.Now) ?? c.Now)),
            ("months", c.Definition.Retention.Months)),
    };

    public static readonly EmailDeclaration Receipt = new("erasure-receipt")
    {
        Values = c => Of(
            ("erased_on", c.When(c.Mail.PlannedAt)),
            ("months", c.Definition.Retention.Months),
            ("proof", ErasureProof.DocumentIdOf(c.Mail.PersonId))),
    };
}
