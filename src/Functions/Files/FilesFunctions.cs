using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Files;

/// <summary>The coordinator's side of a cohort's files: handbooks, resources, the report, exports.</summary>
public sealed class FilesFunctions(ICohortStore store, IArchive archive, CohortReader reader, FilesOptions options, TimeProvider clock)
{
    [Function("SaveFile")]
    public async Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/files/{name}")] HttpRequest request,
        string id, string name, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        var asked = FileRequest.Read(request, name);
        if (asked.Refusal is not null || asked.Name is null)
        {
            return asked.Refusal!;
        }

        if (cohort.Status == CohortStatus.Closed)
        {
            return Ended();
        }

        var (bytes, refusal) = await Body.ReadAsync(
            request, options.MaxBytes, cancellation, "make the file smaller, or link to where it is");
        if (refusal is not null || bytes.Length == 0)
        {
            return refusal ?? Answer.Problem(
                StatusCodes.Status400BadRequest,
                "The file is empty",
                "Nothing was changed. Send the file's bytes as the body, such as with curl --data-binary @FILE.");
        }

        var outcome = await archive.SaveAsync(id, asked.Name, asked.Audience, bytes, asked.Rule, cancellation);
        if (outcome == SaveOutcome.Kept)
        {
            return Answer.Problem(
                StatusCodes.Status412PreconditionFailed,
                "There is a file of this name already",
                "Nothing was changed. Leave out If-None-Match to replace it, or choose another name.");
        }

        // The cohort may have ended between the look above and the saving; its files are gone by then, and so is this one.
        if (await FindAsync(id, cancellation) is not { Status: not CohortStatus.Closed })
        {
            await archive.DeleteAsync(id, asked.Name, cancellation);
            return Ended();
        }

        var saved = Show(id, asked.Name, asked.Audience, bytes.Length);
        return outcome == SaveOutcome.Created
            ? Answer.Located(request.HttpContext.Response, AddressOf(id, asked.Name), saved, StatusCodes.Status201Created)
            : Answer.Json(saved);
    }

    [Function("ListFiles")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/files")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null
            ? Answer.NoCohort()
            : Answer.Json(
                new { files = (await archive.ListAsync(id, cancellation)).Select(f => Show(id, f.Name, f.Audience, f.Length, f.SavedAt)) });

    [Function("GetFile")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/cohorts/{id}/files/{name}")] HttpRequest request,
        string id, string name, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null ? Answer.NoCohort()
        : FileName.Read(name).Value is { } wanted && await archive.OpenAsync(id, wanted, cancellation) is { } opened
        ? Download.Of(request.HttpContext.Response, opened)
        : NoFile();

    [Function("DeleteFile")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/cohorts/{id}/files/{name}")] HttpRequest request,
        string id, string name, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null ? Answer.NoCohort()
        : FileName.Read(name).Value is { } wanted && await archive.DeleteAsync(id, wanted, cancellation) ? Results.NoContent()
        : NoFile();

    [Function("ExportTimeline")]
    public async Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/exports")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        if (cohort.Cohort.Status == CohortStatus.Closed)
        {
            return Ended();
        }

        var now = clock.GetUtcNow();
        var zone = cohort.Definition.Zone;
        var table = await TableAsync(cohort, now, cancellation);
        var name = ServiceFiles.Export(zone.ToLocal(now));
        await archive.SaveAsync(id, name, FileAudience.Coordinator, table, SaveRule.Replace, cancellation);
        return Answer.Located(
            request.HttpContext.Response,
            AddressOf(id, name),
            Show(id, name, FileAudience.Coordinator, table.Length),
            StatusCodes.Status201Created);
    }

    private async Task<byte[]> TableAsync(CohortSnapshot cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var settled = await store.ListAsync<OutboxMail>(cohort.Cohort.CohortId, OutboxMail.SettledKind, cancellation);
        return TimelineExport.Write(MentoringProgramme.TimelineOf(cohort, now), settled.Select(m => m.Value), cohort.Definition.Zone);
    }

    private async Task<Cohort?> FindAsync(string id, CancellationToken cancellation) =>
        (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation))?.Value;

    private static string AddressOf(string id, FileName name) => $"/api/cohorts/{id}/files/{Uri.EscapeDataString(name.Text)}";

    private static object Show(string id, FileName name, FileAudience audience, long length, DateTimeOffset? savedAt = null) =>
        new { name = name.Text, audience, name.ContentType, length, savedAt, at = AddressOf(id, name) };

    private static IResult Ended() => Answer.Conflict("This cohort has ended and its files are gone, so nothing is saved for it any more.");

    private static IResult NoFile() => Answer.Problem(
        StatusCodes.Status404NotFound, "There is no such file", "Nothing was changed. GET …/files lists the files there are.");
}
