using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Files;

/// <summary>What somebody who sends a file wants: its name, whom it is for, and whether it may replace another.</summary>
internal sealed record FileRequest(FileName Name, FileAudience Audience, SaveRule Rule)
{
    private const string AudienceField = "audience";

    public static Outcome<FileRequest> Read(HttpRequest request, string name)
    {
        var read = FileName.Read(name);
        var problems = read.Problems.ToList();
        if (read.Value is { IsOurs: true })
        {
            problems.Add(new Problem("name", "The service writes report.html and timeline-….csv itself. Choose another name."));
        }

        var audience = Audiences(request.Query[AudienceField].ToString(), problems);
        var rule = request.Headers.IfNoneMatch.Count == 0 ? SaveRule.Replace : SaveRule.OnlyNew;
        if (request.Headers.IfMatch.Count > 0 || (rule == SaveRule.OnlyNew && request.Headers.IfNoneMatch != "*"))
        {
            problems.Add(
                new Problem(
                    "If-None-Match",
                    "Send If-None-Match: * to save only where there is no such file, or no condition to replace one. There are no "
                        + "others here."));
        }

        return problems.Count > 0 ? Refusal.Invalid(problems)
            : MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
            && sent.MediaType.Equals(read.Value!.ContentType, StringComparison.OrdinalIgnoreCase)
                ? new FileRequest(read.Value!, audience, rule)
                : new Refusal(
                    RefusalKind.WrongType,
                    "The Content-Type does not go with the name",
                    $"Nothing was changed. For a file of this name send Content-Type: {read.Value!.ContentType}.");
    }

    private static FileAudience Audiences(string text, List<Problem> problems)
    {
        switch (text)
        {
            case "everyone":
                return FileAudience.Everyone;
            case "coordinator" or "":
                return FileAudience.Coordinator;
            default:
                problems.Add(
                    new Problem(
                        AudienceField,
                        "This must be coordinator (nobody else sees the file; so it is when left out) or everyone (all who take part "
                            + "see it)."));
                return FileAudience.Coordinator;
        }
    }
}
