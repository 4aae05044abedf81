using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Rehearsal.Record;
using ReverseMentoring.Rehearsal.Script;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Rehearsal.People;

// Over 200 lines because it holds all that a coordinator and the participants do of themselves.
/// <summary>Everybody in one cohort: the coordinator, who works by the API, and the participants, who answer their emails.</summary>
public sealed class Cast(
    string cohortId, RehearsalOptions options,
    RehearsalScript script, RehearsalStage stage, Recorder recorder, Diary diary, Visitor visitor, string folder, Random random)
{
    private readonly Dictionary<string, Participant> _people = new(StringComparer.Ordinal);

    /// <summary>Pairs that do not meet: session number and the person who gives it away.</summary>
    private readonly HashSet<(string PersonId, int Session)> _absent = [];

    /// <summary>By address.</summary>
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those who have left answer nothing more.</summary>
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);

    private CohortZone? _zone;

    private Applicants? _applicants;

    public string CohortId => cohortId;

    public bool Ended { get; private set; }

    /// <summary>The coordinator's first day: create the cohort, add its people, start it.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(options.Sample, "cohort.json"), cancellation))!;
        definition["id"] = cohortId;
        using (var json = JsonContent.Create(definition))
        {
            await CallAsync("api/cohorts", json, HttpStatusCode.Created, cancellation);
        }

        _zone = CohortZone.Of((string)definition["timeZone"]!);
        await AddAsync("people.csv", cancellation);
        if (script.LateJoiners is { } late)
        {
            diary.Add(_zone.ToInstant(late.At), () => AddAsync(late.People, cancellation));
        }

        if (script.Applicants is { } file)
        {
            _applicants = Applicants.Of(
                cohortId, Path.Combine(options.Sample, file), _zone, stage, recorder, diary, visitor, cancellation);
        }

        if (script.MatchesAgainAt is { } again)
        {
            diary.Add(_zone.ToInstant(again), () => ProposeAgainAsync(cancellation));
        }

        foreach (var call in script.Coordinator)
        {
            diary.Add(_zone.ToInstant(call.At), () => CallAsync(call, cancellation));
        }

        using var nothing = new StringContent("");
        await CallAsync($"api/cohorts/{cohortId}/start", nothing, HttpStatusCode.Accepted, cancellation);
    }

    /// <summary>An email has arrived: its recipient decides what to do about it.</summary>
    public void Receive(OutboxMail mail, CancellationToken cancellation)
    {
        var now = stage.Clock.GetUtcNow();
        switch (mail.Template)
        {
            case "matches-proposed":
                diary.Add(now.AddDays(script.ReleasesMatchesAfterDays), () => ReleaseAsync(cancellation));
                return;
            case "late-joiners":
                diary.Add(now.AddDays(script.ProposesAgainAfterDays ?? 1), () => ProposeAgainAsync(cancellation));
                return;
            case "consent-closed" when script.ProposesAgainAfterDays is { } days:
                diary.Add(now.AddDays(days), () => ProposeAgainAsync(cancellation));
                return;
            case "application-confirm" or "application-nominated":
                _applicants?.Receive(Open(mail), Know, now, cancellation);
                return;
            case "cohort-closed":
                Ended = true;
                return;
        }

        if (!_people.TryGetValue(mail.PersonId, out var person))
        {
            return;
        }

        if (person.Read(mail.Template, mail.Number, _zone!.ToLocal(now)) is var (form, afterDays, answers))
        {
            var links = Open(mail).Links;
            diary.Add(
                now.AddDays(afterDays),
                () => _gone.Contains(mail.PersonId) ? Task.CompletedTask : visitor.AnswerAsync(links[0], form, answers, cancellation));
        }

        if (mail.Template == "session-opening" && Open(mail) is var opening
            && script.Observers.GetValueOrDefault(opening.To) == mail.Number)
        {
            diary.Add(now.AddDays(3), () => visitor.AnswerFromMineAsync(
                opening.Links[0], opening.To, "Write down what you noticed", "observation", Participant.Card, cancellation));
        }

        if (mail.Template == "reflection-opening" && mail.Number == person.WithdrawsAfterSession)
        {
            var email = Open(mail);
            diary.Add(now.AddDays(2.25), () =>
            {
                _gone.Add(mail.PersonId);
                return visitor.AnswerAsync(email.Links[^1], "withdraw", Participant.Withdrawal(email.To), cancellation);
            });
        }
    }

    private Envelope Open(OutboxMail mail) => Envelope.OpenAsync(
        Path.Combine(folder, "emails"), mail, stage.Services.GetRequiredService<ICohortStore>()).GetAwaiter().GetResult();

    private async Task AddAsync(string file, CancellationToken cancellation)
    {
        var csv = await File.ReadAllTextAsync(Path.Combine(options.Sample, file), cancellation);
        using var people = new StringContent(csv, Encoding.UTF8, "text/csv");
        Learn(csv, await CallAsync($"api/cohorts/{cohortId}/people", people, HttpStatusCode.OK, cancellation));
    }

    private async Task ReleaseAsync(CancellationToken cancellation)
    {
        var proposal = await stage.Api.GetFromJsonAsync<JsonElement>($"api/cohorts/{cohortId}/matching", cancellation);
        using var json = JsonContent.Create(new { version = proposal.GetProperty("version").GetInt32() });
        await CallAsync($"api/cohorts/{cohortId}/matching/release", json, HttpStatusCode.Accepted, cancellation);
    }

    /// <summary>Those left over are matched again, and the result is released where it makes a new pair.</summary>
    private async Task ProposeAgainAsync(CancellationToken cancellation)
    {
        using var nothing = new StringContent("");
        var proposal = await CallAsync($"api/cohorts/{cohortId}/matching/proposal", nothing, HttpStatusCode.OK, cancellation);
        if (proposal.TryGetProperty("pairs", out var pairs) && pairs.EnumerateArray().Any(p => !p.GetProperty("kept").GetBoolean()))
        {
            await ReleaseAsync(cancellation);
        }
    }

    /// <summary>Which id each invented person was given.</summary>
    private void Learn(string csv, JsonElement outcome)
    {
        using var rows = CsvReader.Create(Encoding.UTF8.GetBytes(csv), CsvReaderOptions.Default);
        rows.ReadHeader();
        var (nameColumn, emailColumn, roleColumn) = (Column("name"), Column("email"), Column("role"));
        foreach (var answer in outcome.GetProperty("rows").EnumerateArray())
        {
            rows.Read();
            Know(
                answer.GetProperty("id").GetString()!, rows.GetString(nameColumn), rows.GetString(emailColumn),
                rows.GetString(roleColumn).Contains("mentor", StringComparison.OrdinalIgnoreCase));
        }

        int Column(string heading) => rows.Headers.ToList().IndexOf(heading);
    }

    private void Know(string id, string name, string email, bool isMentor)
    {
        _ids[email] = id;
        var behaviour = script.Of(email);
        if (behaviour.DoesNotMeetInSession is { } session)
        {
            _absent.Add((id, session));
        }

        // Deliberately one source of chance for the whole cast: people act in the order of the virtual clock.
#pragma warning disable CA5394 // chance for a play, not for a secret
        _people[id] = new Participant(
            name, behaviour, session => PairMeets(id, session), script.MentorsNameDates && isMentor, random.NextDouble);
#pragma warning restore CA5394
    }

    private bool PairMeets(string personId, int session)
    {
        var store = stage.Services.GetRequiredService<ICohortStore>();
        var pairs = store.ListAsync<Domain.Pairs.Pair>(cohortId, Domain.Pairs.Pair.DocumentKind, CancellationToken.None)
            .GetAwaiter().GetResult();
        return !pairs.Any(p => p.Value.Includes(personId) && _absent.Any(a => a.Session == session && p.Value.Includes(a.PersonId)));
    }

    /// <summary>Something that the coordinator does by the API.</summary>
    private async Task CallAsync(CoordinatorCall call, CancellationToken cancellation)
    {
        object body = call.Attendance is { } gathering
            ? new
            {
                present = (await InvitedAsync(gathering, cancellation)).Except(call.Absent.Select(a => _ids[a])).Select(id => new { id }),
            }
            : call.Body;
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), $"api/cohorts/{cohortId}/{call.Path}")
        {
            Content = JsonContent.Create(body),
        };
        using var response = await stage.Api.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(cancellation);
            recorder.Problem($"{call.Method} {call.Path} answered {(int)response.StatusCode}: {text}");
        }
    }

    private async Task<IEnumerable<string>> InvitedAsync(string gathering, CancellationToken cancellation)
    {
        var cohort = await stage.Services.GetRequiredService<CohortReader>().ReadAsync(cohortId, cancellation);
        return GatheringSteps.Invited(cohort, GatheringSteps.Named(gathering, cohort.Definition)!).Select(p => p.Id);
    }

    private async Task<JsonElement> CallAsync(string path, HttpContent content, HttpStatusCode expected, CancellationToken cancellation)
    {
        using var response = await stage.Api.PostAsync(path, content, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if (response.StatusCode != expected)
        {
            recorder.Problem($"POST {path} answered {(int)response.StatusCode}: {text}");
        }

        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
