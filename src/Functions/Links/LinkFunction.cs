using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Links;

/// <summary>The page behind an emailed link, and the answer. A GET (or HEAD) changes nothing, whoever follows the link.</summary>
public sealed class LinkFunction(LinkPages pages, LinkFiles files, WebOptions web)
{
    internal const string TokenInWords = "The secret part of an emailed link.";

    private const string ChangeInWords = "To change an answer given before; asks for the address first.";

    private const string ReadInWords = "To read one's own reflections and those shared with one; asks for the address first.";

    [Function("ShowLink")]
    [ApiCall(ApiGroup.Links, "The page behind an emailed link", Description = "Changes nothing, whoever follows the link.")]
    [ApiParameter("token", TokenInWords)]
    [ApiParameter("change", ChangeInWords)]
    [ApiParameter("read", ReadInWords)]
    [ApiParameter("files", "The list of the handbook and resources.")]
    [ApiAnswer(
        StatusCodes.Status200OK,
        "The form, the receipt of an answer given before, or that the form has closed.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status404NotFound, "Unknown, expired and revoked links look the same.", ContentType = PageResult.ContentType)]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}")] HttpRequest request,
        string token, CancellationToken cancellation)
    {
        if (request.Query.ContainsKey("files"))
        {
            return PageResult.Of(request.HttpContext.Response, await files.ShowAsync(token, cancellation));
        }

        var wish = request.Query.ContainsKey("change")
            ? LinkWish.Change
            : request.Query.ContainsKey("read") ? LinkWish.Read : LinkWish.Answer;
        return PageResult.Of(request.HttpContext.Response, await pages.ShowAsync(token, wish, cancellation));
    }

    [Function("AnswerLink")]
    [ApiCall(ApiGroup.Links, "The answer to the form behind the link")]
    [ApiParameter("token", TokenInWords)]
    [ApiParameter("change", ChangeInWords)]
    [ApiParameter("read", ReadInWords)]
    [ApiBody(PostedForm.ContentType)]
    [ApiAnswer(StatusCodes.Status200OK, "The receipt; posting again gives the same.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status404NotFound,
        "The link is unknown, expired or revoked; what was typed is on the page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status409Conflict, "The form has closed; what was typed is on the page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status422UnprocessableEntity,
        "The same form with its errors and all that was typed.", ContentType = PageResult.ContentType)]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "r/{token}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation) =>
        PostedForm.AnswerAsync(
            request,
            client,
            web.MaxBodyBytes,
            posted => pages.AnswerAsync(token, posted, request.Query.ContainsKey("read") ? LinkWish.Read : LinkWish.Change, cancellation),
            cancellation);
}
