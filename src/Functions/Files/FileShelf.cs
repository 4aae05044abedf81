using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Files;

/// <summary>A cohort's files as the coordinator puts them there, whoever asks: the API or the pages.</summary>
public sealed class FileShelf(ICohortStore store, IArchive archive, TimeProvider clock)
{
    public async Task<Outcome<SavedFile>> SaveAsync(
        string cohortId, FileName name, FileAudience audience, SaveRule rule, byte[] bytes, CancellationToken cancellation)
    {
        if (bytes.Length == 0)
        {
            return new Refusal(
                RefusalKind.Unreadable,
                "The file is empty", "Nothing was changed. Send the file's bytes as the body, such as with curl --data-binary @FILE.");
        }

        if (await IsOverAsync(cohortId, cancellation))
        {
            return Ended();
        }

        var outcome = await archive.SaveAsync(cohortId, name, audience, bytes, rule, cancellation);
        if (outcome == SaveOutcome.Kept)
        {
            return new Refusal(
                RefusalKind.Exists,
                "There is a file of this name already",
                "Nothing was changed. Leave out If-None-Match to replace it, or choose another name.");
        }

        // The cohort may have ended between the look above and the saving; its files are gone by then, and so is this one.
        if (await IsOverAsync(cohortId, cancellation))
        {
            await archive.DeleteAsync(cohortId, name, cancellation);
            return Ended();
        }

        return new SavedFile(ShownFile.Of(cohortId, name, audience, bytes.Length), outcome == SaveOutcome.Created);
    }

    /// <summary>Saves the timeline as a table, for the coordinator.</summary>
    public async Task<Outcome<ShownFile>> ExportAsync(CohortSnapshot cohort, CancellationToken cancellation)
    {
        if (cohort.Cohort.Status == CohortStatus.Closed)
        {
            return Ended();
        }

        var id = cohort.Cohort.CohortId;
        var now = clock.GetUtcNow();
        var zone = cohort.Definition.Zone;
        var settled = await store.ListAsync<OutboxMail>(id, OutboxMail.SettledKind, cancellation);
        var table = TimelineExport.Write(MentoringProgramme.TimelineOf(cohort, now), settled.Select(m => m.Value), zone);
        var name = ServiceFiles.Export(zone.ToLocal(now));
        await archive.SaveAsync(id, name, FileAudience.Coordinator, table, SaveRule.Replace, cancellation);
        return ShownFile.Of(id, name, FileAudience.Coordinator, table.Length);
    }

    public static Refusal Ended() =>
        Refusal.Conflict("This cohort has ended and its files are gone, so nothing is saved for it any more.");

    private async Task<bool> IsOverAsync(string cohortId, CancellationToken cancellation) =>
        await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is not { Value.Status: not CohortStatus.Closed };
}

/// <param name="IsNew">It took the place of no other.</param>
public sealed record SavedFile(ShownFile Saved, bool IsNew);
