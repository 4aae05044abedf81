using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Web;

/// <summary>
/// What holds of every answer to an HTTP call in the Functions host: its headers, and an answer of ours where a function failed.
/// </summary>
internal sealed class HttpAnswers(FailureAnswers failures, ILogger<HttpAnswers> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        AnswerHeaders.PutOn(http);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to hear.
        }
#pragma warning disable CA1031 // Every error in a function ends here: in the log by function, never by path or query, which hold tokens.
        catch (Exception failure) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.LogError(failure, "HTTP function {Function} failed.", context.FunctionDefinition.Name);
            context.GetInvocationResult().Value = failures.Of(http, failure);
        }
    }
}
