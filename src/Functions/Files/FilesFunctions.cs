using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Files;

/// <summary>The coordinator's side of a cohort's files: handbooks, resources, the report, exports.</summary>
public sealed class FilesFunctions(ICohortStore store, IArchive archive, FileShelf shelf, Calls calls, FilesOptions options)
{
    private const string FileRoute = "api/cohorts/{id}/files/{name}";

    private const string NameInWords = "One part, with an ending that says its type, such as handbook.pdf.";

    [Function("SaveFile")]
    [ApiCall(
        ApiGroup.Files,
        "Saves a file: a handbook, a resource",
        Description = "Replaces a file of the same name, unless If-None-Match: * is sent. The name's ending decides the Content-Type. "
            + "report.html and timeline-….csv are the service's own.",
        Refuses = [RefusalKind.Unreadable, RefusalKind.Conflict, RefusalKind.Exists, RefusalKind.WrongType])]
    [ApiParameter("name", NameInWords)]
    [ApiParameter("audience", "Whom it is for; coordinator where it is left out.", Words = ["coordinator", "everyone"])]
    [ApiParameter("If-None-Match", "* saves only where there is no file of this name.", IsHeader = true)]
    [ApiBody("*/*", Description = "The file's bytes, under the Content-Type that goes with its name.")]
    [ApiAnswer(StatusCodes.Status200OK, "Saved in the place of another.", Body = typeof(ShownFile))]
    [ApiAnswer(StatusCodes.Status201Created, "Saved.", Body = typeof(ShownFile), Location = "The file.")]
    public async Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = FileRoute)] HttpRequest request,
        string id, string name, CancellationToken cancellation) =>
        Answer.Of(
            await FindAsync(id, cancellation) is not { } cohort ? Refusal.NoCohort()
                : await FileRequest.Read(request, name).ThenAsync(asked => SaveAsync(request, cohort, asked, cancellation)),
            done => done.IsNew
                ? Answer.Located(request.HttpContext.Response, done.Saved.At, done.Saved, StatusCodes.Status201Created)
                : Answer.Json(done.Saved));

    [Function("ListFiles")]
    [ApiCall(ApiGroup.Files, "Lists a cohort's files")]
    [ApiAnswer(StatusCodes.Status200OK, "In order of name.", Body = typeof(FileList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/files")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null
            ? Answer.Of(Refusal.NoCohort())
            : Answer.Json(new FileList(
                [.. (await archive.ListAsync(id, cancellation)).Select(f => ShownFile.Of(id, f.Name, f.Audience, f.Length, f.SavedAt))]));

    [Function("GetFile")]
    [ApiCall(ApiGroup.Files, "Downloads a file")]
    [ApiParameter("name", NameInWords)]
    [ApiParameter("Range", Download.RangeInWords, IsHeader = true)]
    [ApiAnswer(StatusCodes.Status200OK, "The file, always as a download.", ContentType = "*/*")]
    [ApiAnswer(StatusCodes.Status206PartialContent, "The range that was asked for.", ContentType = "*/*")]
    [ApiAnswer(StatusCodes.Status416RangeNotSatisfiable, Download.NoRangeInWords)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = FileRoute)] HttpRequest request,
        string id, string name, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null ? Answer.Of(Refusal.NoCohort())
        : FileName.Read(name).Value is { } wanted && await archive.OpenAsync(id, wanted, cancellation) is { } opened
        ? Download.Of(request.HttpContext.Response, opened)
        : NoFile();

    [Function("DeleteFile")]
    [ApiCall(ApiGroup.Files, "Deletes a file")]
    [ApiParameter("name", NameInWords)]
    [ApiAnswer(StatusCodes.Status204NoContent, "Deleted.")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = FileRoute)] HttpRequest request,
        string id, string name, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is null ? Answer.Of(Refusal.NoCohort())
        : FileName.Read(name).Value is { } wanted && await archive.DeleteAsync(id, wanted, cancellation) ? Results.NoContent()
        : NoFile();

    [Function("ExportTimeline")]
    [ApiCall(
        ApiGroup.Files,
        "Saves the timeline as a table",
        Description = "Planned and actual times with counts of emails; it names nobody.",
        Refuses = [RefusalKind.Conflict])]
    [ApiAnswer(StatusCodes.Status201Created, "Saved, for the coordinator.", Body = typeof(ShownFile), Location = "The file.")]
    public Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/exports")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => shelf.ExportAsync(cohort, cancellation),
            saved => Answer.Located(request.HttpContext.Response, saved.At, saved, StatusCodes.Status201Created));

    private async Task<Outcome<SavedFile>> SaveAsync(
        HttpRequest request, Cohort cohort, FileRequest asked, CancellationToken cancellation) =>
        cohort.Status == CohortStatus.Closed
            ? FileShelf.Ended()
            : await (await Body.ReadAsync(request, options.MaxBytes, cancellation, "make the file smaller, or link to where it is"))
                .ThenAsync(bytes => shelf.SaveAsync(cohort.CohortId, asked.Name, asked.Audience, asked.Rule, bytes, cancellation));

    private async Task<Cohort?> FindAsync(string id, CancellationToken cancellation) =>
        (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation))?.Value;

    private static IResult NoFile() => Answer.Of(new Refusal(
        RefusalKind.NotFound, "There is no such file", "Nothing was changed. GET …/files lists the files there are."));
}
