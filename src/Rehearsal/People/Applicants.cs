using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CsvHelper;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Rehearsal.Record;
using ReverseMentoring.Rehearsal.Script;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Rehearsal.People;

/// <summary>People who apply to a cohort by its open page, or are put forward there, and the coordinator who answers them.</summary>
internal sealed class Applicants
{
    /// <summary>Days after which the coordinator answers.</summary>
    private const double AnsweredAfter = 1.5;

    private readonly Dictionary<string, Applicant> _byEmail;
    private readonly string _cohortId;
    private readonly RehearsalStage _stage;
    private readonly Recorder _recorder;
    private readonly Diary _diary;
    private readonly Visitor _visitor;

    private Applicants(
        string cohortId, IEnumerable<Applicant> all, RehearsalStage stage, Recorder recorder, Diary diary, Visitor visitor)
    {
        _byEmail = all.ToDictionary(a => a.Email, StringComparer.OrdinalIgnoreCase);
        (_cohortId, _stage, _recorder, _diary, _visitor) = (cohortId, stage, recorder, diary, visitor);
    }

    /// <summary>They apply when their row says.</summary>
    public static Applicants Of(
        string cohortId, string file, CohortZone zone, RehearsalStage stage, Recorder recorder, Diary diary, Visitor visitor,
        CancellationToken cancellation)
    {
        var applicants = new Applicants(cohortId, Read(file), stage, recorder, diary, visitor);
        foreach (var applicant in applicants._byEmail.Values)
        {
            diary.Add(zone.ToInstant(applicant.At), () => applicants.ApplyAsync(applicant, cancellation));
        }

        return applicants;
    }

    /// <summary>An email about an application has arrived.</summary>
    /// <param name="placed">Told of somebody who has a place: their id, name, address and whether they are a reverse mentor.</param>
    public void Receive(Envelope email, Action<string, string, string, bool> placed, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_byEmail.GetValueOrDefault(email.To) is not { Answer: not "never-confirms" } applicant)
        {
            return;
        }

        IReadOnlyDictionary<string, string> answer = applicant.NominatedBy.Length > 0
            ? applicant.Form
            : new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = "confirm" };
        _diary.Add(now.AddHours(2), async () =>
        {
            await _visitor.AnswerAsync(email.Links[0], "application", answer, cancellation);
            if (applicant.Answer != "no-answer")
            {
                _diary.Add(_stage.Clock.GetUtcNow().AddDays(AnsweredAfter), () => DecideAsync(applicant, placed, cancellation));
            }
        });
    }

    private Task ApplyAsync(Applicant applicant, CancellationToken cancellation) => applicant.NominatedBy.Length == 0
        ? _visitor.AnswerAtAsync($"apply/{_cohortId}?role={applicant.Form["wish"]}", "apply", applicant.Form, cancellation)
        : _visitor.AnswerAtAsync(
            $"apply/{_cohortId}?nominate",
            "apply",
            new Dictionary<string, string>(applicant.Form, StringComparer.Ordinal) { ["by"] = applicant.NominatedBy },
            cancellation);

    private async Task DecideAsync(Applicant applicant, Action<string, string, string, bool> placed, CancellationToken cancellation)
    {
        var path = $"api/cohorts/{_cohortId}/applications";
        var listed = await _stage.Api.GetFromJsonAsync<JsonElement>(path, cancellation);
        var id = listed.GetProperty("waiting").EnumerateArray().First(a => a.GetProperty("email").GetString() == applicant.Email)
            .GetProperty("id").GetString();
        var (organisation, rank) = (applicant.Form["organisation"], applicant.Rank);
        object decision = applicant.Answer == "accept"
            ? new { answer = "accept", organisation, rank }
            : new
            {
                answer = "decline",
                reason = "The posts are too near to each other.",
                words = "Do write to us when the next cohort opens."
            };
        using var json = JsonContent.Create(decision);
        using var response = await _stage.Api.PutAsync($"{path}/{id}", json, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            _recorder.Problem($"The answer to an application was not taken ({(int)response.StatusCode}): {text}");
            return;
        }

        if (JsonDocument.Parse(text).RootElement.TryGetProperty("person", out var person) && person.GetString() is { } personId)
        {
            placed(personId, applicant.Form["name"], applicant.Email, applicant.Form["wish"] == "reverse-mentor");
        }
    }

    private static List<Applicant> Read(string file)
    {
        using var rows = CsvReader.Create(Encoding.UTF8.GetBytes(File.ReadAllText(file)), CsvReaderOptions.Default);
        rows.ReadHeader();
        var columns = rows.Headers.ToList();
        var all = new List<Applicant>();
        while (rows.Read())
        {
            string Cell(string column) => rows.GetString(columns.IndexOf(column));
            var form = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = Cell("name"),
                ["email"] = Cell("email"),
                ["wish"] = Cell("role").Replace(' ', '-'),
                ["organisation"] = Cell("organisation"),
                ["position"] = Cell("position"),
                ["why"] = Cell("why"),
                ["ready"] = "yes",
            };
            var at = DateTime.Parse(Cell("at"), CultureInfo.InvariantCulture);
            all.Add(new Applicant(at, form, Cell("rank"), Cell("answer"), Cell("nominated_by")));
        }

        return all;
    }

    /// <param name="At">Local time.</param>
    /// <param name="Form">What they fill in.</param>
    /// <param name="Answer">accept, decline, no-answer or never-confirms.</param>
    private sealed record Applicant(
        DateTime At, IReadOnlyDictionary<string, string> Form, string Rank, string Answer, string NominatedBy)
    {
        public string Email => Form["email"];
    }
}
