using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Links;

/// <summary>The page on which anybody may apply to a cohort that is open for it, or put somebody forward.</summary>
public sealed class ApplyFunction(ApplyPages pages, PostedForms forms)
{
    private const string CohortInWords = "The cohort's id.";

    private const string RoleInWords = "What one thinks of applying for; the page says what is said of it, and has it chosen.";

    private const string NominateInWords = "To put somebody else forward.";

    [Function("ShowApply")]
    [ApiCall(ApiGroup.Links, "The page on which people apply to a cohort", Description = "Changes nothing, whoever follows the link.")]
    [ApiParameter("cohort", CohortInWords)]
    [ApiParameter("role", RoleInWords, Words = ["reverse-mentor", "reverse-mentee", "helper"])]
    [ApiParameter("nominate", NominateInWords)]
    [ApiAnswer(StatusCodes.Status200OK, "The form, or that applications have closed.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status404NotFound, "No such cohort, or one in which nobody can apply: they look the same.",
        ContentType = PageResult.ContentType)]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "apply/{cohort}")] HttpRequest request,
        string cohort, CancellationToken cancellation) =>
        PageResult.Of(
            request.HttpContext.Response,
            await pages.ShowAsync(cohort, request.Query["role"].ToString(), request.Query.ContainsKey("nominate"), cancellation));

    [Function("Apply")]
    [ApiCall(ApiGroup.Links, "An application, or somebody put forward")]
    [ApiParameter("cohort", CohortInWords)]
    [ApiParameter("nominate", NominateInWords)]
    [ApiBody(PostedForms.ContentType)]
    [ApiAnswer(
        StatusCodes.Status200OK, "An email has gone to the address, unless one had lately; the application counts once its link is used.",
        ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status404NotFound, "No such cohort, or one in which nobody can apply.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status409Conflict, "Applications have closed; what was typed is on the page.", ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status422UnprocessableEntity, "The same form with its errors and all that was typed.",
        ContentType = PageResult.ContentType)]
    [ApiAnswer(
        StatusCodes.Status429TooManyRequests, "Too many for now; what was typed is on the page.", ContentType = PageResult.ContentType)]
    public Task<IResult> ApplyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "apply/{cohort}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cohort,
        CancellationToken cancellation) =>
        forms.AnswerAsync(
            request,
            client,
            posted => pages.AnswerAsync(cohort, Callers.Of(request), posted, request.Query.ContainsKey("nominate"), cancellation),
            cancellation);
}
