using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Links;

/// <summary>A file behind an emailed link, or the page that every bad link leads to. A GET (or HEAD) changes nothing.</summary>
public sealed class LinkFilesFunction(LinkFiles files, PostedForms forms)
{
    [Function("DownloadLinkedFile")]
    [ApiCall(
        ApiGroup.Links,
        "A file of the handbook and resources, behind an emailed link", Description = "Changes nothing, whoever follows the link.")]
    [ApiParameter("token", LinkFunction.TokenInWords)]
    [ApiParameter("name", "The file's name, as the list behind the link shows it.")]
    [ApiParameter("Range", Download.RangeInWords, IsHeader = true)]
    [ApiAnswer(StatusCodes.Status200OK, "The file, always as a download.", ContentType = "*/*")]
    [ApiAnswer(StatusCodes.Status206PartialContent, "The range that was asked for.", ContentType = "*/*")]
    [ApiAnswer(
        StatusCodes.Status404NotFound,
        "The same page for a link that is unknown, expired or used, for somebody who has left, and for a file that is not there or not "
            + "for them.",
        ContentType = PageResult.ContentType)]
    [ApiAnswer(StatusCodes.Status416RangeNotSatisfiable, Download.NoRangeInWords)]
    public async Task<IResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}/files/{name}")] HttpRequest request,
        string token, string name, CancellationToken cancellation)
    {
        var (file, otherwise) = await files.OpenAsync(token, name, cancellation);
        return file is null ? PageResult.Of(request.HttpContext.Response, otherwise) : Download.Of(request.HttpContext.Response, file);
    }

    [Function("AskForLinkAtFile")]
    [ApiCall(ApiGroup.Links, "The form of the page that a bad link leads to: asks for a fresh link")]
    [ApiParameter("token", LinkFunction.TokenInWords)]
    [ApiParameter("name", "The file's name; what is done does not depend on it.")]
    [ApiBody(PostedForms.ContentType)]
    [ApiAnswer(
        StatusCodes.Status200OK,
        "Says that a fresh link is on its way if the address is on record; the same either way.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status404NotFound, "What was posted has no address; it is on the page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(StatusCodes.Status422UnprocessableEntity, "This is not an email address.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status429TooManyRequests, "Asked or tried too often; what was typed is on the page.",
            ContentType = PageResult.ContentType)]
    public Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "r/{token}/files/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        string name,
        CancellationToken cancellation) =>
        forms.AnswerAsync(
            request, client, posted => files.AskForLinkAsync(token, Callers.Of(request), posted, cancellation), cancellation);
}
