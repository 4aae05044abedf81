using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>The page behind an emailed link, and the answer. A GET (or HEAD) changes nothing, whoever follows the link.</summary>
public sealed class LinkFunction(LinkPages pages, LinkFiles files, WebOptions web)
{
    [Function("ShowLink")]
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
