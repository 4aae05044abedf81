using System.Globalization;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>The short evaluation. The thresholds are shown before anything is asked.</summary>
public sealed class EvaluationPage(ICohortStore store) : ILinkForm
{
    public LinkPurpose Purpose => LinkPurpose.Evaluation;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems)
    {
        var scores = Survey.Scores.Select(s => new FieldOption(s.Value.ToString(CultureInfo.InvariantCulture), s.Label)).ToList();
        var fields = Survey.Questions
            .Select(q => new FormField(q.Name, q.Text, FieldKind.Choice) { Options = scores })
            .Append(new FormField(Survey.Comment, "What should we keep, and what should we change?", FieldKind.LongText) { MaxLength = Survey.CommentLength });
        return new Page(
            "evaluation",
            "How was it for you?",
            context.Values(("evaluation", new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["closes"] = context.When(context.Closes!.Value),
                ["minutes"] = 5,
                ["thresholds"] = ReportMaker.Thresholds,
            })),
            fields.With(typed, problems),
            "Send my answers");
    }

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(context.Person.EvaluatedAt is not { } at ? null : new Receipt(
            "Thank you",
            at,
            "Your evaluation",
            "Received. It is shown only together with the answers of others.",
            "When the evaluation has closed, we write to everyone with where to find the report.",
            CanChange: true));

    public async Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await FindAsync(context, cancellation) is { } earlier)
        {
            foreach (var (question, score) in earlier.Scores)
            {
                typed[question] = score.ToString(CultureInfo.InvariantCulture);
            }

            typed[Survey.Comment] = earlier.Comment;
        }

        return typed;
    }

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = Survey.Read(posted, context.Link.CohortId, context.Person.Id, context.Now);
        if (!read.Succeeded)
        {
            return read.Problems;
        }

        var earlier = await FindAsync(context, cancellation);
        var at = earlier is not null && Same(earlier, read.Value) ? earlier.At : context.Now;
        if (at != earlier?.At)
        {
            await store.PutAsync(read.Value, cancellation);
        }

        await store.UpdateAsync<Person>(context.Link.CohortId, context.Person.Id, p => p.EvaluatedAt == at ? p : p with { EvaluatedAt = at }, cancellation);
        return [];
    }

    private static bool Same(EvaluationAnswer one, EvaluationAnswer other) =>
        one.Comment == other.Comment && one.Scores.Count == other.Scores.Count && one.Scores.All(s => other.Scores.GetValueOrDefault(s.Key) == s.Value);

    private async Task<EvaluationAnswer?> FindAsync(FormContext context, CancellationToken cancellation) =>
        (await store.FindAsync<EvaluationAnswer>(context.Link.CohortId, EvaluationAnswer.DocumentIdOf(context.Person.Id), cancellation))?.Value;
}
