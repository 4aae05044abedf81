using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Safeguarding;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>What stands behind a link: its form, and the person with all that the form needs.</summary>
public sealed class LinkContexts(CohortReader reader, TimeProvider clock)
{
    /// <returns>Null where the person or the cohort is gone.</returns>
    public async Task<FormContext?> FindAsync(LinkGrant link, CancellationToken cancellation)
    {
        if (await reader.FindAroundAsync(link.CohortId, link.PersonId, cancellation) is not { People: [var person] } cohort)
        {
            return null;
        }

        var context = new FormContext(link, person, cohort, clock.GetUtcNow());
        return await ReadAsync(context, FormOf(link).Reads(context), cancellation);
    }

    /// <summary>The one place where a page reads what people wrote: what is sealed never gets further.</summary>
    public async Task<FormContext> ReadAsync(FormContext context, IReadOnlyList<Need> needs, CancellationToken cancellation) =>
        (context with { Read = await reader.ReadAsync(needs, context.Link.CohortId, cancellation) }).WithoutSealed();

    public static FormDeclaration FormOf(LinkGrant link, LinkWish wish) =>
        wish == LinkWish.Help ? HelpForm.Declaration
        : wish == LinkWish.Decline && FormOf(link).Declining is { } declining ? declining : FormOf(link);

    public static FormDeclaration FormOf(LinkGrant link) => MentoringProgramme.Declared.FormOf(link.Purpose);
}
