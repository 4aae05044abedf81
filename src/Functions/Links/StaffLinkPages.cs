using System.Globalization;
using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Matching;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// The pages behind links in emails to the coordinator: each is shown, and does what its button says, only to whoever types the
/// coordinator's
/// address, since emails get forwarded.
/// </summary>
public sealed class StaffLinkPages(
    CohortReader reader, ICohortStore store, MatchingDesk desk, AddressCorrector corrector, TwoPeople two, PageRenderer renderer,
    CommonPages common, Callers callers, TimeProvider clock)
{
    /// <summary>What a button of a page asks for.</summary>
    public const string Does = "do";

    public const string Release = "release";
    public const string Propose = "propose";
    public const string Correct = "correct";

    /// <summary>What the page says was done where a second person has to ask for the same.</summary>
    private const string FirstOfTwo = "first-of-two";

    public async Task<ShownPage> ShowAsync(LinkGrant link, CancellationToken cancellation) =>
        await reader.FindHeadAsync(link.CohortId, cancellation) is { } cohort
            ? common.ConfirmAddress(cohort, What(cohort, link), "", null)
            : common.Unknown();

    public async Task<ShownPage> AnswerAsync(LinkGrant link, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        if (await reader.FindHeadAsync(link.CohortId, cancellation) is not { } head)
        {
            return common.Unknown(posted);
        }

        var typed = posted.GetValueOrDefault(CommonPages.AddressField, "");
        if (!callers.MayGuess(link.Id))
        {
            return common.ConfirmAddress(head, What(head, link), typed, "later");
        }

        if (EmailAddress.Parse(typed)?.Key is not { } key || key != EmailAddress.Parse(head.Definition.Coordinator.Email)?.Key)
        {
            callers.GuessedWrong(link.Id);
            return common.ConfirmAddress(head, What(head, link), typed, "wrong");
        }

        // Only now everybody: these pages are about the whole cohort.
        var cohort = await reader.ReadAsync(link.CohortId, cancellation);

        return link.Purpose switch
        {
            StaffPages.Matching => await MatchingAsync(cohort, posted, typed, cancellation),
            StaffPages.Report => await ReportAsync(cohort, cancellation),
            StaffPages.Address => await AddressAsync(cohort, link.AboutId ?? "", posted, typed, cancellation),
            var other => throw new InvalidOperationException($"There is no page {other} for a coordinator's link."),
        };
    }

    private async Task<ShownPage> MatchingAsync(
        CohortSnapshot cohort, IReadOnlyDictionary<string, string> posted, string address, CancellationToken cancellation)
    {
        var does = posted.GetValueOrDefault(Does);
        Outcome<Proposal>? asked = null;
        if (does == Release
            && int.TryParse(posted.GetValueOrDefault("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            asked = desk.WhyNotRelease(cohort, version) is { } refusal
                ? refusal
                : await two.DecideAsync(
                    cohort, SharedDecision.Release, cohort.Definition.Coordinator.Email,
                    version.ToString(CultureInfo.InvariantCulture), "",
                    () => desk.ReleaseAsync(cohort, version, isShared: true, cancellation), cancellation);
            does = asked is null ? FirstOfTwo : does;
        }
        else if (does == Propose)
        {
            asked = await desk.ProposeAsync(cohort, cancellation);
        }

        var standing = asked is { Succeeded: true } ? cohort with { Proposal = asked.Value }
            : asked is null ? cohort
            : await reader.ReadAsync(cohort.Cohort.CohortId, cancellation);
        var values = StaffValues.OfMatching(standing, address, clock.GetUtcNow());
        values["refused"] = asked is { Succeeded: false } ? Sentences(asked) : null;
        values["done"] = asked is { Succeeded: true } || does == FirstOfTwo ? does : null;
        return Page("staff-matching", cohort, values, asked is { Succeeded: false } ? 409 : 200) with
        {
            Nudges = asked is { Succeeded: true } ? cohort.Cohort.CohortId : null,
        };
    }

    private async Task<ShownPage> ReportAsync(CohortSnapshot cohort, CancellationToken cancellation)
    {
        var report = await store.FindAsync<Report>(cohort.Cohort.CohortId, Report.DocumentId, cancellation);
        return Page("staff-report", cohort, Of(("report", report is null
            ? null
            : ReportFile.ValuesOf(report.Value, cohort.Definition, cohort.Scheme))));
    }

    private async Task<ShownPage> AddressAsync(
        CohortSnapshot cohort, string personId, IReadOnlyDictionary<string, string> posted, string address, CancellationToken cancellation)
    {
        var person = cohort.FindPerson(personId);
        var isAsked = posted.GetValueOrDefault(Does) == Correct && person is not null;
        var (email, reason) = (posted.GetValueOrDefault("email", "").Trim(), posted.GetValueOrDefault("reason", "").Trim());
        var read = isAsked ? AddressCorrection.Read(FieldReader.Of(JsonSerializer.SerializeToElement(new { email, reason }))) : null;
        bool IsWrong(string field) => read?.Problems.Any(p => p.Place.EndsWith(field, StringComparison.Ordinal)) == true;
        var corrected = read is { Succeeded: true }
            ? await two.DecideAsync(
                cohort, SharedDecision.Address, cohort.Definition.Coordinator.Email, personId, EmailAddress.KeyOf(read.Value.Email),
                () => corrector.CorrectAsync(cohort, personId, read.Value, isShared: true, cancellation), cancellation)
            : null;
        var waits = read is { Succeeded: true } && corrected is null;
        var words = renderer.In(cohort.Scheme.Language).WordsOf("staff-address");
        FormField Field(string name, FieldKind kind, string value, string? problem) => new(name, words[$"{name}.label"], kind)
        {
            Required = true,
            Value = value,
            Error = problem is null ? null : words[$"{name}.{problem}"],
        };
        FormField[] fields =
        [
            new(CommonPages.AddressField, "", FieldKind.Hidden) { Value = address },
            new(Does, "", FieldKind.Hidden) { Value = Correct },
            Field("email", FieldKind.Email, email, corrected is { Succeeded: false } ? "taken" : IsWrong("email") ? "invalid" : null),
            Field("reason", FieldKind.Text, reason, IsWrong("reason") ? "missing" : null),
        ];
        var done = corrected is { Succeeded: true };
        var values = Of(("person", person?.Name), ("done", done), ("waits", waits));
        var faulty = read is { Succeeded: false } || corrected is { Succeeded: false };
        return Page("staff-address", cohort, values, faulty ? 422 : 200, done || waits || person is null ? [] : fields) with
        {
            Nudges = done && cohort.Cohort.HasOrchestrator ? cohort.Cohort.CohortId : null,
        };
    }

    private ShownPage Page(
        string name, CohortSnapshot cohort, Dictionary<string, object?> own, int status = 200, IReadOnlyList<FormField>? fields = null)
    {
        var pages = renderer.In(cohort.Scheme.Language);
        var words = pages.WordsOf(name);
        var button = fields is { Count: > 0 } ? words["button"] : "";
        return new ShownPage(status, pages.Render(new Page(name, words["title"], PageValues.Of(cohort, words, own), fields ?? [], button)));
    }

    private string What(CohortSnapshot cohort, LinkGrant link) => renderer.In(cohort.Scheme.Language).WordsOf(link.Purpose)["what"];

    private static string Sentences(Outcome<Proposal> refused) => refused.Problems.Count > 0
        ? string.Join(' ', refused.Problems.Select(p => p.Sentence))
        : refused.Refusal!.Advice;
}
