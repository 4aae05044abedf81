using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>The reflection after a session (T7): acknowledged or declined; writing is optional, and for whom is the writer's choice.</summary>
public sealed class ReflectionPage(ICohortStore store) : ILinkForm
{
    public LinkPurpose Purpose => LinkPurpose.Reflection;

    public Page Show(FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) => new(
        "reflection",
        "A moment to reflect",
        context.Values(("reflection", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = context.Link.Number,
            ["of"] = context.Cohort.Definition.Sessions.Count,
            ["closes"] = context.When(context.Closes!.Value),
            ["prompts"] = context.Cohort.Scheme.ReflectionPrompts,
        })),
        new[]
        {
            new FormField(ReflectionForm.ChoiceField, "Your reflection", FieldKind.Choice)
            {
                Required = true,
                Options =
                [
                    new FieldOption(ReflectionForm.Acknowledge, "I have taken a moment to reflect"),
                    new FieldOption(ReflectionForm.Decline, "I would rather not this time"),
                ],
            },
            new FormField(ReflectionForm.TextField, "Anything you want to write down", FieldKind.LongText) { MaxLength = ReflectionForm.TextLength },
            new FormField(ReflectionForm.ReadersField, "Who may read what you wrote?", FieldKind.Choice)
            {
                Hint = "Only needed if you wrote something. The coordinator and the administrators cannot read it here either way.",
                Options =
                [
                    new FieldOption(ReflectionForm.OnlyMe, "Only me"),
                    new FieldOption(ReflectionForm.MyPartner, "My partner and I"),
                ],
            },
        }.With(typed, problems),
        "Send my answer");

    public Task<Receipt?> FindReceiptAsync(FormContext context, CancellationToken cancellation) =>
        Task.FromResult(!context.Person.Reflected.TryGetValue(context.Link.Number, out var at) ? null : new Receipt(
            "Thank you",
            at,
            "Your reflection",
            "Received. It is kept for you, and for whom you chose.",
            "Nothing more to do until the next reflection opens.",
            CanChange: true));

    public async Task<IReadOnlyDictionary<string, string>> FindAnswerAsync(FormContext context, CancellationToken cancellation)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await FindAsync(context, cancellation) is { } earlier)
        {
            typed[ReflectionForm.ChoiceField] = earlier.Declined ? ReflectionForm.Decline : ReflectionForm.Acknowledge;
            typed[ReflectionForm.TextField] = earlier.Text;
            typed[ReflectionForm.ReadersField] = earlier.Text.Length == 0 ? "" : earlier.Readers == Readers.MyPartner ? ReflectionForm.MyPartner : ReflectionForm.OnlyMe;
        }

        return typed;
    }

    public async Task<IReadOnlyList<Problem>> RecordAsync(FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var read = ReflectionForm.Read(posted);
        if (!read.Succeeded)
        {
            return read.Problems;
        }

        var earlier = await FindAsync(context, cancellation);
        var written = new Reflection
        {
            CohortId = context.Link.CohortId,
            AuthorId = context.Person.Id,
            Number = context.Link.Number,
            Declined = read.Value.Declined,
            Readers = read.Value.Readers,
            Text = read.Value.Text,
            At = context.Now,
        };
        var at = earlier is not null && earlier with { At = written.At } == written ? earlier.At : context.Now;
        if (at != earlier?.At)
        {
            await store.PutAsync(written, cancellation);
        }

        await store.UpdateAsync<Person>(
            context.Link.CohortId,
            context.Person.Id,
            p => p.Reflected.GetValueOrDefault(context.Link.Number) == at ? p : p with { Reflected = new Dictionary<int, DateTimeOffset>(p.Reflected) { [context.Link.Number] = at } },
            cancellation);
        return [];
    }

    private async Task<Reflection?> FindAsync(FormContext context, CancellationToken cancellation) =>
        (await store.FindAsync<Reflection>(context.Link.CohortId, Reflection.DocumentIdOf(context.Person.Id, context.Link.Number), cancellation))?.Value;
}
