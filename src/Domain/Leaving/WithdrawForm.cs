using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Leaving;

/// <summary>
/// Leaving the scheme (J28): a choice that starts unselected and a button, so that no link scanner can do it; and the person's own address,
/// so that nobody to whom their email was forwarded can.
/// </summary>
public static class WithdrawForm
{
    public const string Key = "withdraw";
    public const string Choice = "choice";
    public const string Address = "your_address";
    public const string Leave = "withdraw";
    public const string Stay = "stay";

    public static readonly FormDeclaration Declaration = new()
    {
        Key = Key,
        Page = "withdraw",
        EndsLink = true,
        OutlivesCancellation = true,
        Questions = _ =>
        [
            new FormQuestion(Choice, QuestionKind.Choice) { IsRequired = true, Options = [Stay, Leave] },
            new FormQuestion(Address, QuestionKind.Email) { Autocomplete = "email" },
        ],
        Values = c => Of(("has_partner", c.Cohort.PairsOf(c.Person.Id).Any(p => p.IsRunning))),
        Receipt = c => (c.Link.UsedAt ?? c.Person.WithdrawnAt) is { } at ? Left(at) : null,
        Decide = Decide,
        AskedNow = (_, _, _) => [new AskedForm(Urgency: 100)],
    };

    public static FormReceipt Left(DateTimeOffset at) => new("receipt", at, CanChange: false);

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var choice = posted.GetValueOrDefault(Choice, "");
        if (choice is not (Leave or Stay))
        {
            return FormDeclaration.Refuse(Choice, "missing");
        }

        if (choice == Stay)
        {
            return Effects.Nothing;
        }

        if (!c.Person.IsAt(posted.GetValueOrDefault(Address, "")))
        {
            return FormDeclaration.Refuse(Address, "wrong");
        }

        var at = c.Person.WithdrawnAt ?? c.Now;
        return Effects.Write(
            Effects.Change(c.Person, p => p.Withdraw(at)),
            new DocumentWrite.Change<LinkGrant>(c.Link.Id, link => link.UseUp(Key, at, DeclaredProgramme.LinkGrace)));
    }
}
