using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Files;

/// <summary>What a cohort's steps do with its archive. Done twice is done once.</summary>
public sealed class CohortFiles(IArchive archive, ICohortStore store, ISchemeLibrary schemes, ReportFile report)
{
    /// <summary>Makes a file of the service's own from what is stored, so that every attempt makes the same; for the coordinator.</summary>
    /// <param name="name">One of <see cref="ServiceFiles"/>.</param>
    /// <exception cref="IOException">The archive is out of order.</exception>
    public async Task MakeAsync(string cohortId, string name, CancellationToken cancellation)
    {
        if (name != ServiceFiles.Report)
        {
            throw new ArgumentException($"The service makes no file called {name}.", nameof(name));
        }

        if (await store.FindAsync<Report>(cohortId, Report.DocumentId, cancellation) is { } stored
            && await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is { } cohort)
        {
            var page = report.Render(stored.Value, cohort.Value.Definition, schemes.Of(cohort.Value));
            await archive.SaveAsync(
                cohortId, FileName.Of(ServiceFiles.Report), FileAudience.Coordinator, page, SaveRule.OnlyNew, cancellation);
        }
    }

    /// <summary>
    /// Deletes everything but the report, which names nobody. The proof comes first: cut short after it, the rest still goes.
    /// </summary>
    /// <exception cref="IOException">The archive is out of order.</exception>
    public async Task EraseAsync(string cohortId, DateTimeOffset now, CancellationToken cancellation)
    {
        var files = (await archive.ListAsync(cohortId, cancellation)).Where(f => f.Name.Text != ServiceFiles.Report).ToList();
        if (files.Count == 0)
        {
            return;
        }

        await store.TryCreateAsync(new FilesErasure { CohortId = cohortId, At = now, Removed = files.Count }, cancellation);
        foreach (var file in files)
        {
            await archive.DeleteAsync(cohortId, file.Name, cancellation);
        }
    }
}
