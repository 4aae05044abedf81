using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>A file behind an emailed link, or the page that every bad link leads to. A GET (or HEAD) changes nothing.</summary>
public sealed class LinkFilesFunction(LinkFiles files, WebOptions web)
{
    [Function("DownloadLinkedFile")]
    public async Task<IResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}/files/{name}")] HttpRequest request,
        string token, string name, CancellationToken cancellation)
    {
        var (file, otherwise) = await files.OpenAsync(token, name, cancellation);
        return file is null ? PageResult.Of(request.HttpContext.Response, otherwise) : Download.Of(request.HttpContext.Response, file);
    }

    [Function("AskForLinkAtFile")]
    public Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "r/{token}/files/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        string name,
        CancellationToken cancellation) =>
        PostedForm.AnswerAsync(
            request, client, web.MaxBodyBytes, posted => files.AskForLinkAsync(
                token, posted.GetValueOrDefault(CommonPages.AddressField, ""), cancellation), cancellation);
}
