using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Service;

/// <summary>Whatever comes to no function: an address that is none, or one with a method it does not take.</summary>
public sealed class NothingHereFunction(FailureAnswers failures, PostedForms forms)
{
    /// <summary>All but what the Functions host keeps for itself.</summary>
    public const string Route = "{*path:regex(^(?!(admin|runtime)(/|$)).*$)}";

    [Function("NothingHere")]
    public async Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = Route)]
        HttpRequest request,
        CancellationToken cancellation)
    {
        var methods = KnownRoutes.MethodsAt(request.Path);
        if (methods.Count > 0)
        {
            request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
            return failures.Of(request.HttpContext, TroublePages.NothingHere, new Refusal(
                RefusalKind.WrongMethod,
                $"{request.Method} is not for this address",
                $"Nothing was changed. It takes {string.Join(" or ", methods)}; GET /api/openapi.json describes every call."));
        }

        // Somebody may have posted a form to an address that was cut short or added to.
        await forms.KeepAsync(request, cancellation);
        return failures.Of(request.HttpContext, TroublePages.NothingHere, new Refusal(
            RefusalKind.NotFound,
            "There is nothing at this address", "Nothing was changed. GET /api/openapi.json describes every address there is."));
    }
}
