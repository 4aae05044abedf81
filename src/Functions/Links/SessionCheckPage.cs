using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Sessions;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>"Did you meet?"</summary>
public sealed class SessionCheckPage(ICohortStore store) : ILinkForm
{
    private static readonly FormField Question =
        Fields.Choice(SessionCheckForm.Field, "Have the two of you met for this session?", new("yes", "Yes, we met"), new("no", "Not yet")) with
        {
            SharedWith = "The coordinator sees only whether a pair met.",
        };

    public LinkPurpose Purpose => LinkPurpose.SessionCheck;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) => new(
        "session-check",
        "Did you meet?",
        context.Values(("session", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = context.Link.Number,
            ["of"] = context.Cohort.Definition.Sessions.Count,
            ["closes"] = context.When(context.Closes!.Value),
        })),
        Question.With(typed, problems),
        "Send my answer");

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation)
    {
        var met = AnswerOf(context);
        return Task.FromResult(met is null ? null : new Receipt(
            "Thank you",
            AnsweredAt(context),
            "Your answer",
            "Received.",
            met == true ? "Nothing more to do until the next session opens." : "If you meet before the session closes, come back and change your answer.",
            CanChange: true)
        { AsksAgain = met == false });
    }

    public Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(Fields.AnswerOf(SessionCheckForm.Field, AnswerOf(context) switch { null => null, true => "yes", false => "no" }));

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = SessionCheckForm.Read(posted);
        if (read.Succeeded && AnswerOf(context) != read.Value.Met)
        {
            await store.UpdateAsync<Pair>(
                context.Link.CohortId, context.Link.PairId!, p => read.Value.ApplyTo(p, context.Person.Id, context.Link.Number, context.Now), cancellation);
        }

        return read.Problems;
    }

    private static DateTimeOffset AnsweredAt(FormContext context)
    {
        var answers = context.Pair!.Sessions[context.Link.Number];
        return (context.Pair.MentorId == context.Person.Id ? answers.MentorAnsweredAt : answers.MenteeAnsweredAt) ?? context.Now;
    }

    private static bool? AnswerOf(FormContext context) =>
        context.Pair?.Sessions.GetValueOrDefault(context.Link.Number) is not { } answers ? null
        : context.Pair.MentorId == context.Person.Id ? answers.MentorSaysMet
        : answers.MenteeSaysMet;
}
