using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>Whether somebody for whom no match came about wishes to be considered again.</summary>
public sealed class WaitingListPage(ICohortStore store) : ILinkForm
{
    private static readonly FormField Question = Fields.Choice(
        WaitingForm.Field,
        "What would you like?",
        new(WaitingForm.Wait, "Keep me on the waiting list"),
        new(WaitingForm.Stop, "Please do not look for a match for me any more"));

    public LinkPurpose Purpose => LinkPurpose.WaitingList;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) => new(
        "waiting-list",
        "Shall we go on looking?",
        context.Values(("launch", context.When(context.Cohort.Instant(context.Cohort.Definition.Launch.At)))),
        Question.With(typed, problems),
        "Send my answer");

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(context.Person.WaitingAnsweredAt is not { } at ? null : new Receipt(
            "Thank you",
            at,
            "Your answer",
            "Received.",
            context.Person.WaitingSince is null ? "We shall not look for a match for you any more." : "You are on the waiting list, and are considered the next time we match people.",
            CanChange: true));

    public Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(Fields.AnswerOf(
            WaitingForm.Field,
            context.Person.WaitingAnsweredAt is null ? null : context.Person.WaitingSince is null ? WaitingForm.Stop : WaitingForm.Wait));

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = WaitingForm.Read(posted);
        if (read.Succeeded)
        {
            await store.UpdateAsync<Person>(context.Link.CohortId, context.Person.Id, p => read.Value.ApplyTo(p, context.Now), cancellation);
        }

        return read.Problems;
    }
}
