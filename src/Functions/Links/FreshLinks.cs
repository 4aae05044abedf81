using System.Globalization;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// A fresh link for someone whose link no longer works: sent only to the address on record, at most once an hour, and answered the same
/// either way.
/// </summary>
public sealed class FreshLinks(CohortReader reader, ICohortStore store, CommonPages common, TimeProvider clock)
{
    /// <param name="posted">What was sent to the link that no longer works; none of it is lost.</param>
    public async Task<ShownPage> AnswerAsync(string? cohortId, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        if (!posted.TryGetValue(CommonPages.AddressField, out var address) && posted.Count > 0)
        {
            return common.Unknown(posted);
        }

        if (EmailAddress.Parse(address ?? "") is not { Value: var typed })
        {
            return common.Unknown(posted, isNoAddress: true) with { Status = 422 };
        }

        if (cohortId is null || await reader.FindAsync(cohortId, cancellation) is not { } cohort)
        {
            return common.FreshLinkSent(posted);
        }

        var person = cohort.People.FirstOrDefault(p => p.TakesPart && p.IsAt(typed));
        if (person is null)
        {
            return common.FreshLinkSent(posted);
        }

        var now = clock.GetUtcNow();
        var (form, asked) = MentoringProgramme.Declared.AskedOf(person, cohort, now);
        var hour = $"fresh-{now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";
        await store.TryCreateAsync(FreshLinkEmails.To(person, form, asked, hour, now), cancellation);
        return common.FreshLinkSent(posted) with { Nudges = cohortId };
    }
}
