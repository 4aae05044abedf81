using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>The pen portrait (J18–J23) with the declaration (J30).</summary>
public sealed class PenPortraitPage(ICohortStore store) : ILinkForm
{
    public LinkPurpose Purpose => LinkPurpose.PenPortrait;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems)
    {
        var d = context.Cohort.Definition;
        var scheme = context.Cohort.Scheme;
        var fields = PortraitField.Of(scheme).Select(f => new FormField(f.Name, PortraitLabels.Of(f, scheme), KindOf(f))
        {
            Required = f.Required,
            MaxLength = f.Profile is null && f.Dimension is null ? f.MaxLength : null,
            SharedWith = PortraitLabels.SharedWith(f),
            Autocomplete = f == PortraitField.FullName ? "name" : null,
            Hint = PortraitLabels.HintOf(f, scheme),
            Options = f.Dimension is { } dimension
                ? [.. dimension.Options.Select(o => new FieldOption(o, o)), new FieldOption(PenPortraitForm.NotSaid, "I would rather not say")]
                : [],
        });
        if (scheme.Matching.DifferenceDimensions.Count > 0)
        {
            fields = fields.Append(new FormField(PenPortraitForm.DifferenceConsent, PortraitLabels.DifferenceConsent, FieldKind.Checkbox));
        }

        var declaration = new FormField(PenPortraitForm.Declaration, scheme.Declaration, FieldKind.Checkbox) { Required = true };
        return new Page(
            "pen-portrait",
            "Your pen portrait",
            context.Values(
                ("role", context.Person.RoleInWords),
                ("purpose", d.Purpose),
                ("deadline", context.When(LateJoiners.Deadline(context.Person, d))),
                ("launch", context.When(context.Cohort.Instant(d.Launch.At))),
                ("minutes", 10),
                ("kept", $"We keep your answers until {d.Retention.Months} months after the end of your own mentoring, and delete them at once if you withdraw.")),
            fields.Append(declaration).With(typed, problems),
            "Send my pen portrait");
    }

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(context.Person.Portrait is not { } portrait ? null : new Receipt(
            "Your pen portrait has arrived",
            portrait.SentAt,
            "Your pen portrait",
            "Received, with your declaration.",
            $"After {context.When(LateJoiners.Deadline(context.Person, context.Cohort.Definition))} we match people, and write to you when the matches are released.",
            CanChange: true));

    public Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(context.Person.Portrait is not { } portrait
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : PortraitField.Of(context.Cohort.Scheme).Select(f => KeyValuePair.Create(f.Name, PortraitField.Value(f, portrait)))
                .Append(KeyValuePair.Create(PenPortraitForm.DifferenceConsent, portrait.Profile.DifferenceConsentAt is null ? "" : "yes"))
                .ToDictionary(StringComparer.Ordinal));

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = PenPortraitForm.Read(posted, context.Person.Portrait, context.Cohort.Scheme, context.Now);
        if (!read.Succeeded)
        {
            return read.Problems;
        }

        if (context.Person.Portrait is not { } before || !Same(before, read.Value, context.Cohort.Scheme))
        {
            await store.UpdateAsync<Person>(context.Link.CohortId, context.Person.Id, p => p.TakesPart ? p with { Portrait = read.Value } : p, cancellation);
        }

        // Its id is the same each time, so it is sent once; also where the first attempt stored the answer and got no further.
        await store.TryCreateAsync(OutboxMail.Planned(context.Link.CohortId, "answer", Templates.PortraitReceipt, context.Person.Id, context.Now), cancellation);
        return [];
    }

    private static bool Same(PenPortrait before, PenPortrait now, Scheme scheme) =>
        PortraitField.Of(scheme).All(f => PortraitField.Value(f, before) == PortraitField.Value(f, now));

    private static FieldKind KindOf(PortraitField field) =>
        field.Dimension is not null ? FieldKind.Choice
        : field.Profile is not null || field == PortraitField.FullName || field == PortraitField.Contact ? FieldKind.Text
        : FieldKind.LongText;
}
