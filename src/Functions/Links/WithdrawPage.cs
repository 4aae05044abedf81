using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>Leaving the scheme (J28): a choice that starts unselected and a button.</summary>
public sealed class WithdrawPage(ICohortStore store) : ILinkForm
{
    /// <summary>A used withdraw link no longer names anybody; it keeps giving the same receipt until it expires.</summary>
    public const string Nobody = "nobody";

    private static readonly FormField Question = Fields.Choice(
        WithdrawForm.Field,
        "What would you like to do?",
        new(WithdrawForm.Stay, "Stay in the scheme"),
        new(WithdrawForm.Leave, "Leave the scheme and have my data deleted"));

    public LinkPurpose Purpose => LinkPurpose.Withdraw;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) => new(
        "withdraw",
        "Leave the scheme",
        context.Values(
            ("erased", new[] { "Your name, your address and your pen portrait", "Your reflections and your evaluation", "Every link we sent you" }),
            ("kept", new[] { "A record, under a number that leads to nobody, that your data was erased and when" }),
            ("has_partner", context.Cohort.PairsOf(context.Person.Id).Any(p => p.IsRunning))),
        Question.With(typed, problems),
        "Confirm");

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(context.Person.WithdrawnAt is { } at ? Done(at) : null);

    public Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(Fields.NoAnswer);

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = WithdrawForm.Read(posted);
        if (read is { Succeeded: true, Value.Withdraws: true })
        {
            var at = context.Person.WithdrawnAt ?? context.Now;
            await store.UpdateAsync<Person>(context.Link.CohortId, context.Person.Id, p => p.WithdrawnAt is null ? p with { WithdrawnAt = at } : p, cancellation);
            await store.UpdateAsync<LinkGrant>(
                context.Link.CohortId, context.Link.Id, l => l with { PersonId = Nobody, UsedAt = at, Expires = at + LinkLife.Grace }, cancellation);
        }

        return read.Problems;
    }

    public static Receipt Done(DateTimeOffset at) => new(
        "You have left the scheme",
        at,
        "Your withdrawal",
        "Received. Your data is being deleted now.",
        "One last email confirms it. You do not need to do anything else.",
        CanChange: false);

    public static Receipt Stayed(DateTimeOffset now) => new(
        "You are staying", now, "Your choice", "Nothing has changed.", "Everything goes on as before.", CanChange: false);
}
