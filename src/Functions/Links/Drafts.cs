using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Forms that were begun: kept on request for as long as the link lives, and taken up again on any device by whoever types the person's
/// address.
/// </summary>
public sealed class Drafts(ICohortStore store)
{
    /// <returns>Null where nothing was saved, where an answer came later, and where it may not be seen through this link.</returns>
    public async Task<FormDraft?> FindAsync(FormDeclaration form, FormContext context, CancellationToken cancellation)
    {
        if (!form.KeepsDrafts)
        {
            return null;
        }

        var id = FormDraft.DocumentIdOf(context.Person.Id, form.Key, context.Link.Number);
        var found = await store.FindAsync<FormDraft>(context.Link.CohortId, id, cancellation);
        return found is { Value: var draft } && !context.IsSealed(draft.At) && !(form.Receipt(context)?.At >= draft.At) ? draft : null;
    }

    /// <summary>Puts what was typed in the place of what was saved before.</summary>
    /// <exception cref="OwnerErasedException">The person is being erased; nothing was saved.</exception>
    public Task SaveAsync(
        FormDeclaration form, FormContext context, IReadOnlyDictionary<string, string> typed, CancellationToken cancellation) =>
        store.PutAsync(
            new FormDraft
            {
                CohortId = context.Link.CohortId,
                PersonId = context.Person.Id,
                Purpose = form.Key,
                Number = context.Link.Number,
                Answers = Of(form, context, typed),
                At = context.Now,
                Expires = context.Link.Expires,
            },
            cancellation);

    /// <summary>Once it has been sent.</summary>
    public Task DropAsync(FormDraft draft, CancellationToken cancellation) => store.DeleteAsync(draft.CohortId, draft.Id, cancellation);

    /// <summary>Whether this is what was saved already.</summary>
    public static bool IsSame(FormDraft draft, FormDeclaration form, FormContext context, IReadOnlyDictionary<string, string> typed) =>
        Of(form, context, typed) is var answers
        && answers.Count == draft.Answers.Count && answers.All(a => draft.Answers.GetValueOrDefault(a.Key) == a.Value);

    /// <summary>The answers to the form's own questions.</summary>
    private static Dictionary<string, string> Of(
        FormDeclaration form, FormContext context, IReadOnlyDictionary<string, string> typed) =>
        (from question in form.Questions(context)
         where typed.GetValueOrDefault(question.Name, "").Length > 0
         select question.Name).ToDictionary(name => name, name => typed[name], StringComparer.Ordinal);
}
