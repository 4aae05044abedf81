using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Options;
using ReverseMentoring.Functions.Pages;

namespace ReverseMentoring.Functions.Http;

/// <summary>A file behind an emailed link, or the page that every bad link leads to. A GET (or HEAD) changes nothing.</summary>
public sealed class LinkFilesFunction(LinkFiles files, WebOptions web)
{
    [Function("DownloadLinkedFile")]
    public async Task<IResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}/files/{name}")] HttpRequest request, string token, string name, CancellationToken cancellation)
    {
        var (file, otherwise) = await files.OpenAsync(token, name, cancellation);
        return file is null ? PageResult.Of(request.HttpContext.Response, otherwise) : Download.Of(request.HttpContext.Response, file);
    }

    [Function("AskForLinkAtFile")]
    public async Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "r/{token}/files/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        string name,
        CancellationToken cancellation)
    {
        var (bytes, refusal) = await Body.ReadAsync(request, web.MaxBodyBytes, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!request.HasFormContentType || PostedForm.Read(bytes) is not { } posted)
        {
            return Answer.Problem(
                StatusCodes.Status400BadRequest, "This is not a form", "Nothing was changed. Open the link from the email in a browser and use the form there.");
        }

        var shown = await files.AskForLinkAsync(token, posted.GetValueOrDefault(LinkPages.AddressField, ""), cancellation);
        if (shown.Nudges is { } cohortId)
        {
            await CohortStarter.NudgeAsync(client, cohortId, cancellation);
        }

        return PageResult.Of(request.HttpContext.Response, shown);
    }
}
