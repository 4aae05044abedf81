using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.LocalHost.Clocks;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>Answers requests with one HTTP function.</summary>
internal sealed class FunctionEndpoint(
    FunctionEntry function, AuthorizationLevel level, KeyRing keys, FunctionRunner runner, WorkTracker work, ILogger logger)
{
    // The name under which the official worker keeps the request in FunctionContext.Items.
    private const string HttpContextKey = "HttpRequestContext";

    public async Task AnswerAsync(HttpContext http)
    {
        using var _ = work.Begin();
        if (keys.Refuses(http, level) is { } refusal)
        {
            await Answer.Of(refusal).ExecuteAsync(http);
            return;
        }
        try
        {
            var result = await runner.RunAsync(
                function, (parameter, _) => Bind(parameter, http), http.RequestAborted, context => context.Items[HttpContextKey] = http);
            await WriteAsync(result, http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to hear.
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            await Answer.Of(FailureAnswers.Unreadable(exception)).ExecuteAsync(http);
        }
#pragma warning disable CA1031 // Every error in a function ends here: in the log by function, never by path or query, which hold tokens.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "HTTP function {Function} failed.", function.Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
            }
            else
            {
                await FailedAsync(http, exception);
            }
        }
    }

    /// <summary>As the app would have it answered; without a say of the app's, an empty 500.</summary>
    private static Task FailedAsync(HttpContext http, Exception exception)
    {
        if (http.RequestServices.GetService<FailureAnswers>() is { } failures)
        {
            return failures.Of(http, exception).ExecuteAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    private static object? Bind(ParameterInfo parameter, HttpContext http)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
        {
            return http.Request;
        }

        if (parameter.ParameterType == typeof(HttpContext))
        {
            return http;
        }

        var text = http.Request.RouteValues.TryGetValue(parameter.Name!, out var routed)
            ? Convert.ToString(routed, CultureInfo.InvariantCulture)
            : http.Request.Query.TryGetValue(parameter.Name!, out var queried) ? queried.ToString() : null;
        if (text is null)
        {
            return IsOptional(parameter) ? null : FunctionRunner.NotBound;
        }

        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) ? text : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
    }

    private static bool IsOptional(ParameterInfo parameter)
        => !parameter.HasDefaultValue
            && (Nullable.GetUnderlyingType(parameter.ParameterType) is not null
                || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);

    private static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IResult answer => answer.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,
    };
}
