using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Leaving;

/// <summary>
/// Behind the email that says "you have left": come back, or have the data deleted without waiting. The link has just gone to the person's
/// own mailbox, which is proof enough for either.
/// </summary>
public static class ComeBackForm
{
    public const string Key = "come-back";

    public static readonly FormDeclaration Declaration = new()
    {
        Key = Key,
        Page = "come-back",
        EndsLink = true,
        IsForLeavers = true,
        OutlivesCancellation = true,
        Closes = c => c.Person.LeavesAt,
        Questions = _ => [WithdrawForm.WhatToDo],
        Values = c => Of(("final_on", c.Person.LeavesAt is { } final ? c.When(final) : null)),
        Receipt = c => (c.Link.UsedAt ?? c.Person.WithdrawnAt) is { } left ? WithdrawForm.Left(left)
            : c.Person is { IsLeaving: false, CameBackAt: { } back } ? new FormReceipt("returned", back, CanChange: false)
            : null,
        Decide = Decide,
        AskedNow = (person, _, _) => person.IsLeaving ? [new AskedForm(Urgency: 0)] : [],
    };

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted) =>
        posted.GetValueOrDefault(WithdrawForm.Choice, "") switch
        {
            WithdrawForm.Stay => Effects.Write(Effects.Change(c.Person, p => p.ComeBack(c.Now))),
            WithdrawForm.Leave => Effects.Write(
                Effects.Change(c.Person, p => p.Withdraw(c.Now)),
                new DocumentWrite.Change<LinkGrant>(c.Link.Id, link => link.UseUp(Key, c.Now, DeclaredProgramme.LinkGrace))),
            _ => FormDeclaration.Refuse(WithdrawForm.Choice, "missing"),
        };
}
