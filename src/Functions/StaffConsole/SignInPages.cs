using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>
/// The pages for getting in and out. Whoever asks for a link reads the same answer, one of the staff or not; following a link changes
/// nothing before its button is pressed.
/// </summary>
public sealed class SignInPages(
    SignIn signIn, OwnerPass owner, Sessions sessions, ConsoleRenderer renderer, Callers callers, StaffOptions staff)
{
    private const string Ask = "sign-in";
    private const string Sent = "sign-in/sent";
    private const string Enter = "enter/";
    private const string Leave = "sign-out";

    /// <summary>Put there by the platform's own sign-in, which takes away what a caller writes into it.</summary>
    private const string PlatformName = "X-MS-CLIENT-PRINCIPAL-NAME";

    public static bool Has(string path) =>
        path is Ask or Sent or Leave || path.StartsWith(Enter, StringComparison.Ordinal);

    /// <summary>To whoever is not signed in every page says the same, there or not.</summary>
    /// <param name="isPost">What was typed can't be taken along; signing in first is said at once.</param>
    internal static IResult First(HttpRequest request, string path, bool isPost) => ConsoleRenderer.SeeOther(
        request.HttpContext.Response, isPost || path.Length == 0 ? Ask : $"{Ask}?to={Uri.EscapeDataString(path)}");

    internal async Task<IResult> AnswerAsync(
        HttpRequest request, DurableTaskClient client, string path,
        IReadOnlyDictionary<string, string>? posted, CancellationToken cancellation) => path switch
        {
            Ask => posted is null ? Show(request, Ask, "", null) : await AskAsync(request, client, posted, cancellation),
            Sent => Show(request, "sign-in-sent", "", null),
            Leave => await LeaveAsync(request, posted, cancellation),
            _ => await EnterAsync(request, path[Enter.Length..], posted is not null, cancellation),
        };

    private async Task<IResult> AskAsync(
        HttpRequest request, DurableTaskClient client, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        if (posted.GetValueOrDefault("do") == "platform" && PlatformUser(request) is { } user)
        {
            await sessions.BeginAsync(request.HttpContext.Response, user, isOwner: false, cancellation);
            return ConsoleRenderer.SeeOther(request.HttpContext.Response, "");
        }

        var typed = posted.GetValueOrDefault("email", "").Trim();
        if (EmailAddress.Parse(typed) is not { } address)
        {
            return Show(request, Ask, typed, "invalid", StatusCodes.Status422UnprocessableEntity);
        }

        return callers.MayAsk(Callers.Of(request)) && await signIn.AskAsync(client, address.Value, cancellation)
            ? ConsoleRenderer.SeeOther(request.HttpContext.Response, Sent)
            : Show(request, Ask, typed, "later", StatusCodes.Status429TooManyRequests);
    }

    private async Task<IResult> EnterAsync(HttpRequest request, string token, bool presses, CancellationToken cancellation)
    {
        var response = request.HttpContext.Response;
        if (!presses)
        {
            var isGood = owner.IsGood(token) || await signIn.FindAsync(token, cancellation) is not null;
            return isGood ? Show(request, "enter", "", null) : Show(request, "enter-old", "", null, StatusCodes.Status404NotFound);
        }

        var isOwner = owner.Take(token);
        var email = isOwner ? "" : await signIn.UseAsync(token, cancellation);
        if (email is null)
        {
            return Show(request, "enter-old", "", null, StatusCodes.Status404NotFound);
        }

        await sessions.BeginAsync(response, email, isOwner, cancellation);
        return ConsoleRenderer.SeeOther(response, "");
    }

    private async Task<IResult> LeaveAsync(
        HttpRequest request, IReadOnlyDictionary<string, string>? posted, CancellationToken cancellation)
    {
        var response = request.HttpContext.Response;
        if (posted is not null && await sessions.FindAsync(request, cancellation) is { } session
            && posted.GetValueOrDefault(ConsoleDesk.FormToken) == session.FormToken)
        {
            await (posted.GetValueOrDefault("do") == "everywhere"
                ? sessions.EndAllAsync(response, session, cancellation)
                : sessions.EndAsync(response, session, cancellation));
        }

        return ConsoleRenderer.SeeOther(response, Ask);
    }

    private IResult Show(HttpRequest request, string template, string typed, string? problem, int status = StatusCodes.Status200OK) =>
        renderer.Result(request.HttpContext.Response, new ConsoleAnswer(template, Of(
            ("email", typed),
            ("problem", problem),
            ("minutes", (int)SignInRequest.Life.TotalMinutes),
            ("platform_user", PlatformUser(request))), status));

    private string? PlatformUser(HttpRequest request) =>
        staff.EntraId ? EmailAddress.Parse(request.Headers[PlatformName].ToString())?.Value : null;
}
