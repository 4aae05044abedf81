using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>
/// "This is not for me", in place of a pen portrait. It asks for the person's own address, as leaving does, since what they saved goes with
/// them and links get forwarded.
/// </summary>
public static class DeclineForm
{
    public const string Key = "decline-invitation";
    public const string Address = "your_address";

    public static readonly FormDeclaration Declaration = new()
    {
        Key = Key,
        Page = "decline-invitation",
        IsConfidential = true,
        EndsLink = true,
        Closes = c => LateJoiners.Deadline(c.Person, c.Definition),
        ClosedBecause = c =>
            c.Person.Portrait is not null ? "answered"
            : c.Now >= LateJoiners.Deadline(c.Person, c.Definition) ? "closed"
            : null,
        Questions = _ => [new FormQuestion(Address, QuestionKind.Email) { IsRequired = true, Autocomplete = "email" }],
        Receipt = c => (c.Link.UsedAt ?? (c.Person.HasDeclined ? c.Person.WithdrawnAt : null)) is { } at
            ? new FormReceipt("receipt", at, CanChange: false)
            : null,
        Decide = Decide,
    };

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        if (!c.Person.IsAt(posted.GetValueOrDefault(Address, "")))
        {
            return FormDeclaration.Refuse(Address, "wrong");
        }

        var at = c.Person.WithdrawnAt ?? c.Now;
        return Effects.Write(
            Effects.Change(c.Person, p => p.Decline(at)),
            new DocumentWrite.Change<LinkGrant>(c.Link.Id, link => link.UseUp(Key, at, DeclaredProgramme.LinkGrace)));
    }
}
