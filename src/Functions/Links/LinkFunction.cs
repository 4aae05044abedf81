using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Links;

/// <summary>The page behind an emailed link, and the answer. A GET (or HEAD) changes nothing, whoever follows the link.</summary>
public sealed class LinkFunction(LinkPages pages, LinkAnswers answers, LinkFiles files, PostedForms forms)
{
    internal const string TokenInWords = "The secret part of an emailed link.";

    private const string ChangeInWords = "To change an answer given before; asks for the address first.";

    private const string ReadInWords = "To read one's own reflections and those shared with one; asks for the address first.";

    private const string MineInWords = "To see one's partner, dates and what there is to do; asks for the address first.";

    private const string DeclineInWords = "To say that the invitation is not for one; asks for the address.";

    [Function("ShowLink")]
    [ApiCall(ApiGroup.Links, "The page behind an emailed link", Description = "Changes nothing, whoever follows the link.")]
    [ApiParameter("token", TokenInWords)]
    [ApiParameter("change", ChangeInWords)]
    [ApiParameter("read", ReadInWords)]
    [ApiParameter("mine", MineInWords)]
    [ApiParameter("decline", DeclineInWords)]
    [ApiParameter("receipt", "The receipt of an answer, where an answer leads.")]
    [ApiParameter("saved", "That a draft was saved, where saving one leads.")]
    [ApiParameter("new", "An empty form, though a draft was saved.")]
    [ApiParameter("handbook", "The handbook, whole; handbook-short for what one needs before the first session.")]
    [ApiParameter("handbook-pdf", "The handbook as a PDF; short for what one needs before the first session.")]
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

        if (request.Query.TryGetValue("handbook-pdf", out var which)
            && await pages.HandbookAsync(token, isFull: which != "short", cancellation) is { } pdf)
        {
            return Results.File(pdf, "application/pdf", "handbook.pdf");
        }

        return PageResult.Of(request.HttpContext.Response, await pages.ShowAsync(token, LinkWishes.Of(request), cancellation));
    }

    [Function("AnswerLink")]
    [ApiCall(ApiGroup.Links, "The answer to the form behind the link")]
    [ApiParameter("token", TokenInWords)]
    [ApiParameter("change", ChangeInWords)]
    [ApiParameter("read", ReadInWords)]
    [ApiParameter("mine", MineInWords)]
    [ApiParameter("decline", DeclineInWords)]
    [ApiBody(PostedForms.ContentType)]
    [ApiAnswer(
        StatusCodes.Status200OK, "The question for one's address, or a page that changes nothing.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status303SeeOther,
        "Taken, or saved for later; posting again gives the same.", Location = "The receipt, or what says that it was saved.")]
    [ApiAnswer(
        StatusCodes.Status404NotFound,
        "The link is unknown, expired or revoked; what was typed is on the page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status409Conflict, "The form has closed; what was typed is on the page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status422UnprocessableEntity,
        "The same form with its errors and all that was typed.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status429TooManyRequests, "Asked or tried too often; what was typed is on the page.",
            ContentType = PageResult.ContentType)]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "r/{token}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation) =>
        forms.AnswerAsync(
            request,
            client,
            posted => answers.AnswerAsync(token, Callers.Of(request), posted, LinkWishes.Of(request), cancellation),
            cancellation);
}
