using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.StaffConsole.Records;

/// <summary>One file, always as a download.</summary>
public sealed class FilePage(IArchive archive) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/files/{name}";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) =>
        FileName.Read(visit.Route["name"]).Value is { } name && await archive.OpenAsync(visit.CohortId, name, cancellation) is { } opened
            ? ConsoleAnswer.NothingHere with { File = Download.Of(visit.Request.HttpContext.Response, opened) }
            : ConsoleAnswer.NothingHere;
}
