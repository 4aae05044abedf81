using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Records;

/// <summary>The cohort's files: handbooks and resources for everybody, the report and tables for the coordinator.</summary>
public sealed class FilesPage(
    IArchive archive, FileShelf shelf, CohortReader reader, FilesOptions options, WebOptions web, PageRenderer pages) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/files";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) => new("files", Of(
        ("ended", visit.Cohort.Cohort.Status == CohortStatus.Closed),
        ("started", visit.Cohort.Cohort.Status != CohortStatus.Draft),
        ("most", Size(Math.Min(options.MaxBytes, web.MaxBodyBytes))),
        ("endings", FileTypes.Endings.Select(e => e.TrimStart('.')).ToList()),
        ("files", (await archive.ListAsync(visit.CohortId, cancellation)).Select(f => Of(
            ("name", f.Name.Text),
            ("path", Uri.EscapeDataString(f.Name.Text)),
            ("everyone", f.Audience == FileAudience.Everyone),
            ("ours", f.Name.IsOurs),
            ("size", Size(f.Length)),
            ("saved", visit.When(f.SavedAt)))).ToList())))
    {
        Place = "files",
    };

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation) => visit.Does switch
    {
        "save" => await SaveAsync(visit, cancellation),
        "delete" => await DeleteAsync(visit, cancellation),
        "export" => After(
            visit, await shelf.ExportAsync(await reader.ReadAsync(visit.CohortId, cancellation), cancellation), "file-saved",
            await ShowAsync(visit, cancellation)),
        _ => ConsoleAnswer.NoSuchButton,
    };

    private async Task<ConsoleAnswer> SaveAsync(Visit visit, CancellationToken cancellation)
    {
        var shown = await ShowAsync(visit, cancellation);
        var words = pages.WordsOf("console/files");
        if (visit.File is not { } file)
        {
            return shown.Refused(Refusal.Invalid("/file", words["problem.none"]));
        }

        var audience = visit.Typed("audience") == "everyone" ? FileAudience.Everyone : FileAudience.Coordinator;
        var name = FileName.Read(Path.GetFileName(file.Name.Replace('\\', '/')));
        return name.Value is { IsOurs: true }
            ? shown.Refused(Refusal.Invalid("/file", words["problem.ours"]))
            : After(
                visit, await name.ThenAsync(n => shelf.SaveAsync(visit.CohortId, n, audience, SaveRule.Replace, file.Bytes, cancellation)),
                "file-saved", shown);
    }

    private async Task<ConsoleAnswer> DeleteAsync(Visit visit, CancellationToken cancellation) =>
        FileName.Read(visit.Typed("name")).Value is { } name && await archive.DeleteAsync(visit.CohortId, name, cancellation)
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/files", new Deed("file-deleted"))
            : ConsoleAnswer.GoTo($"cohorts/{visit.CohortId}/files");

    private static ConsoleAnswer After<T>(Visit visit, Outcome<T> outcome, string deed, ConsoleAnswer shown)
        where T : notnull =>
        outcome.Succeeded ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/files", new Deed(deed)) : shown.Refused(outcome.Refusal);

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024).ToString(CultureInfo.InvariantCulture)} KB"
        : $"{(bytes / 1024.0 / 1024).ToString("0.#", CultureInfo.InvariantCulture)} MB";
}
