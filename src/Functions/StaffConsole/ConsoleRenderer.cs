using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>Puts a page's values into its template and the frame of the console.</summary>
public sealed class ConsoleRenderer(PageRenderer pages)
{
    private const string Frame = "console/frame";

    internal IResult Result(Visit visit, ConsoleAnswer answer, Func<IResult> nothingHere)
    {
        var response = visit.Request.HttpContext.Response;
        if (answer.File is { } file)
        {
            return file;
        }

        if (answer.SeeOther is { } path)
        {
            return SeeOther(response, path);
        }

        return answer.Template.Length == 0 ? nothingHere() : Page(response, answer, Around(visit, answer));
    }

    /// <summary>A page for somebody who is not signed in yet.</summary>
    internal IResult Result(HttpResponse response, ConsoleAnswer answer) => Page(response, answer, Of(
        ("me", null), ("cohort", null), ("place", ""), ("form_token", ""), ("scheme", ""), ("done", null),
        ("administers", false), ("decides", false), ("cares", false), ("sees_pairs", false)));

    /// <param name="path">Below console/.</param>
    internal static IResult SeeOther(HttpResponse response, string path)
    {
        response.Headers.Location = $"/console/{path}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private IResult Page(HttpResponse response, ConsoleAnswer answer, Dictionary<string, object?> around)
    {
        var name = $"console/{answer.Template}";
        var words = pages.WordsOf(name);
        foreach (var (key, value) in answer.Values)
        {
            around[key] = value;
        }

        // A page below another says in its template which.
        around["crumb"] = null;
        around["problems"] = Problems(answer);
        around["refused"] = answer.Refusal is { } refusal ? Of(("happened", refusal.Happened), ("advice", refusal.Advice)) : null;
        around["done"] = around["done"] is string done ? words.Find($"done.{done}") : null;
        var title = words["title", [.. answer.Values.Select(v => (v.Key, v.Value))]];
        var page = new Page(name, title, around, answer.Fields, answer.Fields.Count > 0 ? words["button"] : "") { Frame = Frame };
        return PageResult.Of(response, new ShownPage(answer.Status, pages.Render(page)));
    }

    private static Dictionary<string, object?> Around(Visit visit, ConsoleAnswer answer) => Of(
        ("me", visit.Session.IsOwner ? "" : visit.Session.Email),
        ("form_token", visit.Session.FormToken),
        ("administers", visit.Member.Administers),
        ("place", answer.Place),
        ("decides", visit.Head is not null && visit.Decides),
        ("cares", visit.Head is { } cared && visit.Member.IsAmong(Audience.Safeguarding, cared.Definition)),
        ("sees_pairs", visit.Head is { } seen && visit.Member.IsAmong(Audience.Lead, seen.Definition)),
        ("scheme", visit.Head?.Scheme.Id ?? ""),
        ("cohort", visit.Head is { } head
            ? Of(("id", head.Cohort.CohortId), ("name", head.Definition.Name), ("status", head.Cohort.Status.ToString().ToLowerInvariant()),
                ("takes_applications", head.Definition.Applications is not null))
            : null),
        ("done", visit.Asked("done") is { Length: > 0 } done ? done : null));

    /// <summary>Each with the field it is about: the last part of its place, as the fields of forms are called.</summary>
    private static List<Dictionary<string, object?>> Problems(ConsoleAnswer answer) =>
        [.. (answer.Refusal?.Problems ?? []).Select(p => Of(
            ("field", answer.HasFields && p.Place.StartsWith('/') ? p.Place.Trim('/').Replace('/', '-') : null),
            ("place", answer.HasFields ? p.Place : ""),
            ("sentence", p.Sentence)))];
}
