using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>"Do you agree to this match?" A choice that starts unselected and a button. It shows nothing of the other person: the email did.</summary>
public sealed class MatchOfferPage(ICohortStore store) : ILinkForm
{
    private static readonly FormField Question = Fields.Choice(
        MatchAnswerForm.Field,
        "Do you agree to this match?",
        new(MatchAnswerForm.Agree, "Yes, I agree to this match"),
        new(MatchAnswerForm.DeclineAndWait, "Not this one, but please look for another"),
        new(MatchAnswerForm.DeclineAndStop, "Not this one, and please do not look for another")) with
    {
        SharedWith = "Nobody is told what you choose here. If you do not agree, everyone else reads only that the match is not available.",
    };

    public LinkPurpose Purpose => LinkPurpose.MatchOffer;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) => new(
        "match-offer",
        "A match for you",
        context.Values(("answer_by", context.When(context.Closes ?? context.Now))),
        Question.With(typed, problems),
        "Send my answer");

    /// <remarks>Of a match that came to nothing there is no receipt but for the one who declined: "closed" looks the same whatever the cause.</remarks>
    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(context.Offer is not { } offer ? null : offer.QuestionOf(context.Person.Id) switch
        {
            { Answer: ConsentAnswer.Declined, AnsweredAt: { } at } => new Receipt(
                "Thank you for telling us", at, "Your answer", "Received. Nobody is told that you declined, and nobody will ask you why.",
                context.Person.WaitingSince is null ? "Nothing more to do. We shall not look for another match." : "We look for another match for you, and write to you either way.",
                CanChange: false),
            { Answer: ConsentAnswer.Agreed, AnsweredAt: { } at } when offer.IsOpen || offer.IsAgreed => new Receipt(
                "Thank you", at, "Your answer", "Received: you agree to this match.",
                "We write to you as soon as the match is settled. Introductions go out only when everyone asked has agreed.",
                CanChange: true),
            _ => null,
        });

    public Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(Fields.AnswerOf(MatchAnswerForm.Field, context.Offer?.QuestionOf(context.Person.Id).Answer switch
        {
            ConsentAnswer.Agreed => MatchAnswerForm.Agree,
            ConsentAnswer.Declined => context.Person.WaitingSince is null ? MatchAnswerForm.DeclineAndStop : MatchAnswerForm.DeclineAndWait,
            _ => null,
        }));

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = MatchAnswerForm.Read(posted);
        if (!read.Succeeded)
        {
            return read.Problems;
        }

        var (cohortId, personId) = (context.Link.CohortId, context.Person.Id);
        if (read.Value.Answer == ConsentAnswer.Declined)
        {
            // First the wish, so that no solve in between takes somebody for waiting who is not.
            await store.UpdateAsync<Person>(
                cohortId, personId, p => new WaitingForm(read.Value.Waits).ApplyTo(p, context.Now), cancellation);
        }

        await store.UpdateAsync<MatchOffer>(cohortId, MatchOffer.IdOf(context.Link.PairId!), o => o.Answered(personId, read.Value.Answer, context.Now), cancellation);
        return [];
    }
}
