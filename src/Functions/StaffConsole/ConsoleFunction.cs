using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>The pages for coordinators and administrators. A GET (or HEAD) changes nothing.</summary>
public sealed class ConsoleFunction(ConsoleDesk desk)
{
    private const string Route = "console/{*path}";

    private const string PathInWords = "Which page.";

    [Function("ShowConsole")]
    [ApiCall(
        ApiGroup.Console,
        "A page for the people who run it",
        Description = "For browsers: whoever is not signed in is led to signing in.")]
    [ApiParameter("path", PathInWords)]
    [ApiAnswer(StatusCodes.Status200OK, "The page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(StatusCodes.Status303SeeOther, "Nobody is signed in.", Location = "Where to sign in.")]
    [ApiAnswer(
        StatusCodes.Status404NotFound, "There is no such page, or it is not for whoever asks.", ContentType = PageResult.ContentType)]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string? path,
        CancellationToken cancellation) =>
        desk.AnswerAsync(request, client, path ?? "", cancellation);

    [Function("DoInConsole")]
    [ApiCall(ApiGroup.Console, "What a button of such a page does")]
    [ApiParameter("path", PathInWords)]
    [ApiBody(PostedForms.ContentType)]
    [ApiAnswer(StatusCodes.Status200OK, "A page that changes nothing.", ContentType = PageResult.ContentType)]
    [ApiAnswer(StatusCodes.Status303SeeOther, "Done.", Location = "The page that says so.")]
    [ApiAnswer(StatusCodes.Status403Forbidden, "The form is not of the present session.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status404NotFound, "There is no such page, or it is not for whoever asks.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status422UnprocessableEntity, "The page with what is wrong, and all that was typed.",
        ContentType = PageResult.ContentType)]
    public Task<IResult> DoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string? path,
        CancellationToken cancellation) =>
        desk.AnswerAsync(request, client, path ?? "", cancellation);
}
