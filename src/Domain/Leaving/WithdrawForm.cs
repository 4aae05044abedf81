using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Leaving;

/// <summary>
/// Leaving the scheme (J28): a choice that starts unselected and a button, so that no link scanner can do it; and the person's own address,
/// or a second email and a day in which to come back, as the scheme has it, so that nobody to whom their email was forwarded can.
/// </summary>
public static class WithdrawForm
{
    public const string Key = "withdraw";
    public const string Choice = "choice";
    public const string Address = "your_address";
    public const string Leave = "withdraw";
    public const string Stay = "stay";

    /// <summary>How long somebody can come back where the scheme gives time for that.</summary>
    public static readonly TimeSpan TimeToComeBack = TimeSpan.FromHours(24);

    public static readonly FormDeclaration Declaration = new()
    {
        Key = Key,
        Page = "withdraw",
        EndsLink = true,
        OutlivesCancellation = true,
        IsForLeavers = true,
        Questions = c => HasTime(c)
            ? [WhatToDo]
            : [WhatToDo, new FormQuestion(Address, QuestionKind.Email) { Autocomplete = "email" }],
        Values = c => Of(
            ("has_partner", c.Cohort.PairsOf(c.Person.Id).Any(p => p.IsRunning)),
            ("hours", HasTime(c) ? (int)TimeToComeBack.TotalHours : null),
            ("final_on", c.Person.LeavesAt is { } final ? c.When(final) : null)),
        Receipt = c => (c.Link.UsedAt ?? c.Person.WithdrawnAt) is { } at ? Left(at)
            : c.Person.LeavesAt is { } final ? new FormReceipt("leaving", final - TimeToComeBack, CanChange: false)
            : null,
        Decide = Decide,
        AskedNow = (_, _, _) => [new AskedForm(Urgency: 100) { IsOptional = true }],
    };

    internal static FormQuestion WhatToDo => new(Choice, QuestionKind.Choice) { IsRequired = true, Options = [Stay, Leave] };

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

        if (HasTime(c))
        {
            return Effects.Write(Effects.Change(c.Person, p => p.Leave(c.Now + TimeToComeBack)));
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

    private static bool HasTime(FormContext c) => c.Cohort.Scheme.Leaving == LeavingProof.Undo;
}
