using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Matching;
using ReverseMentoring.Functions.Tests.Privacy;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.Store;
using ReverseMentoring.Functions.Web;

// Over 200 lines because it lives the cohort's life, puts it back and watches what is read.
namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>
/// A small firm's cohort, at one of several moments of its life, that is put back after each play: the real service over HTTP on a store in
/// memory, its orchestrator's decisions taken one by one on a clock that can be set.
/// </summary>
internal sealed partial class RoleStage : IAsyncDisposable
{
    public const string Id = FirmCohort.Id;

    private static readonly string[] Moments =
        ["2023-02-10T12:00Z", "2023-02-28T12:00Z", "2023-03-06T12:00Z", "2023-03-08T12:00Z", "2023-05-02T12:00Z", "2023-05-31T12:00Z",
            "2023-11-22T12:00Z", "2024-01-15T12:00Z"];

    private readonly List<(DateTimeOffset At, MemoryCohortStore Store, IReadOnlyList<OutgoingEmail> Emails,
        IReadOnlyList<Mark> Marks)> _kept = [];
    private readonly List<Mark> _marks = [];
    private int _number;
    private readonly Dictionary<string, DateTimeOffset> _moved = new(StringComparer.Ordinal);

    /// <summary>What the console's forms carry here.</summary>
    public const string FormToken = "token";

    private const string Secret = "secret";

    private RoleStage(TestService service, StageClock clock, StageStore store, PostBox box, LogLines log)
    {
        (Service, Clock, Store, Box, Log) = (service, clock, store, box, log);
        Console = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = service.Host.BaseAddress,
            DefaultRequestHeaders = { { "Cookie", $"staff={Secret}" } },
        };
        Pages = [.. service.Host.Services.GetServices<ConsolePage>().Select(p => "console/" + p.Route
            .Replace("{cohort}", Id, StringComparison.Ordinal).Replace("{instance}", $"cohort-{Id}", StringComparison.Ordinal)
            .Replace("{name}", "report.csv", StringComparison.Ordinal).Replace("{template}", "invitation", StringComparison.Ordinal))];
    }

    public TestService Service { get; }

    public StageClock Clock { get; }

    public StageStore Store { get; }

    public PostBox Box { get; }

    public LogLines Log { get; }

    /// <summary>A browser in which the owner of the machine is signed in.</summary>
    public HttpClient Console { get; }

    /// <summary>The paths of the console's pages, but for whom they are about.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>What was read by somebody who may not, with who and where; null so far.</summary>
    public string? Leak { get; private set; }

    /// <summary>How often a text was shown to somebody who may read it.</summary>
    public int ReadBack { get; private set; }

    /// <summary>How often each kind of call was answered with each status.</summary>
    public Dictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    public static async Task<RoleStage> OpenAsync()
    {
        var (clock, box, log) = (new StageClock(TestService.Epoch), new PostBox(), new LogLines());
        var store = new StageStore(clock);
        var service = await TestService.StartAsync(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<ICohortStore>(store);
            services.AddSingleton<ISendMail>(box);
            services.AddSingleton(new Callers(int.MaxValue, int.MaxValue));
            services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information));
        });
        var stage = new RoleStage(service, clock, store, box, log);
        await stage.LiveAsync();
        return stage;
    }

    /// <summary>Puts the cohort back to one of its moments.</summary>
    public void Begin(int moment)
    {
        var (at, store, emails, marks) = _kept[moment % _kept.Count];
        Clock.Now = at;
        Store.PutBack(store);
        Box.PutBack(emails);
        _marks.Clear();
        _marks.AddRange(marks);
        _moved.Clear();
        Log.Lines.Clear();
        Leak = null;
    }

    public Task SignInAsync() => Store.PutAsync(
        new StaffSession { Id = StaffSession.IdOf(Secret), Email = "", IsOwner = true, FormToken = FormToken, SignedInAt = Clock.Now },
        default);

    public async Task<IReadOnlyList<Person>> PeopleAsync() =>
        [.. (await Store.ListAsync<Person>(Id, Person.DocumentKind, default)).Select(p => p.Value)];

    public void Moved(string personId) => _moved[personId] = Clock.Now;

    public DateTimeOffset? MovedAt(string personId) => _moved.TryGetValue(personId, out var at) ? at : null;

    /// <summary>A text that nobody but the author, or their partner, may read.</summary>
    public string NewMark(string authorId, bool isShared = false, bool isReadBack = true, bool isForMatching = false)
    {
        var mark = new Mark($"MARK{_number++ % 1_000_000:000000}", authorId, isShared, isReadBack, Clock.Now)
        {
            IsForMatching = isForMatching,
        };
        _marks.Add(mark);
        return mark.Text;
    }

    public async Task<string> AskAsync(
        Reader reader, HttpClient client, HttpMethod method, string path, Func<HttpContent>? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content?.Invoke() };
        using var response = await client.SendAsync(request);
        var text = $"{response.Headers} {response.Content.Headers} {await response.Content.ReadAsStringAsync()}";
        var call = $"{reader.Name.Split(' ')[^1]} {method} {Kind().Replace(path.Split('?')[0], "*")} {(int)response.StatusCode}";
        Answers[call] = Answers.GetValueOrDefault(call) + 1;
        await CheckAsync(reader, $"{method} {path}", text);
        return text;
    }

    public Task<string> PostAsync(Reader reader, string path, IReadOnlyDictionary<string, string> form) =>
        AskAsync(reader, Service.Browser, HttpMethod.Post, path, () => new FormUrlEncodedContent(form));

    public Task<string> TellAsync(Reader reader, HttpClient client, HttpMethod method, string path, object? json) =>
        AskAsync(
            reader, client, method, path,
            json is null ? null : () => new StringContent(JsonSerializer.Serialize(json), Encoding.UTF8, "application/json"));

    /// <summary>Lets the cohort go on until an instant, decision by decision, as its orchestrator does.</summary>
    public async Task RunAsync(DateTimeOffset until)
    {
        var (decide, perform, send) =
            (Service.Activity<DecideNextMove>(), Service.Activity<PerformStep>(), Service.Activity<SendNextEmails>());
        var sent = Box.Emails.Count;
        for (var moves = 0; moves < 2000 && await Store.FindAsync<Cohort>(Id, Cohort.DocumentId, default) is not null; moves++)
        {
            var move = await decide.RunAsync(Id, default);
            if (move.Kind == MoveKind.End)
            {
                break;
            }

            if (move.Kind == MoveKind.Perform)
            {
                await perform.RunAsync(new StepTicket(Id, move.StepId!), default);
            }
            else if (move.Kind == MoveKind.SendMail)
            {
                var progress = await send.RunAsync(new WaveTicket(Id, "wave"), default);
                if (progress is { Sent: 0, MakeWay: false })
                {
                    Clock.Now += TimeSpan.FromMinutes(1);
                }
            }
            else if (move.Until is { } next && next <= until)
            {
                Clock.Now = next > Clock.Now ? next : Clock.Now;
            }
            else
            {
                break;
            }
        }

        Clock.Now = until > Clock.Now ? until : Clock.Now;
        foreach (var email in Box.Emails.Skip(sent))
        {
            Look(new Reader("whoever gets the email"), email.OperationId,
                $"{email.Content.Subject} {email.Content.Text} {email.Content.Html}");
        }
    }

    /// <summary>At the end of a play.</summary>
    public void LookAtLog()
    {
        foreach (var line in Log.Lines)
        {
            Look(new Reader("whoever reads the log"), "log", line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Console.Dispose();
        await Service.DisposeAsync();
    }

    private async Task CheckAsync(Reader reader, string where, string text)
    {
        if (!Found().IsMatch(text))
        {
            return;
        }

        var partners = reader.PersonId is { } id
            ? (await Store.ListAsync<Pair>(Id, Pair.DocumentKind, default)).Where(p => p.Value.Includes(id))
                .Select(p => p.Value.PartnerOf(id)).ToHashSet(StringComparer.Ordinal)
            : [];
        Look(reader, where, text, partners);
    }

    private void Look(Reader reader, string where, string text, IReadOnlySet<string>? partners = null)
    {
        foreach (Match found in Found().Matches(text))
        {
            var mark = _marks.Find(m => m.Text == found.Value);
            var may = mark is { IsReadBack: true } && reader.PersonId is not null
                && (reader.MovedAt is not { } moved || mark.At > moved)
                && (mark.AuthorId == reader.PersonId || (mark.IsShared && partners?.Contains(mark.AuthorId) == true));
            may |= mark is { IsForMatching: true } && reader.Matches;
            ReadBack += may ? 1 : 0;
            if (!may)
            {
                Leak ??= $"{reader.Name} read {mark} at {where}.";
            }
        }
    }

    [GeneratedRegex(@"(?<=/)(p-\w+|firm-2023\.[\w-]+|unknown\d+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Kind();

    [GeneratedRegex(@"MARK\d{6}", RegexOptions.None, 5000)]
    private static partial Regex Found();

    /// <summary>Lives the cohort's life once, with everybody's secrets in it, and keeps its moments.</summary>
    private async Task LiveAsync()
    {
        var staff = new Reader("the coordinator");
        var definition = Samples.JudicialDefinition;
        definition["id"] = Id;
        definition["scheme"] = "law-firm";
        await TellAsync(staff, Service.Api, HttpMethod.Post, "api/cohorts", definition);
        await AskAsync(
            staff, Service.Api, HttpMethod.Post, $"api/cohorts/{Id}/people",
            () => new StringContent(FirmCohort.People, Encoding.UTF8, "text/csv"));
        await Store.UpdateAsync<Cohort>(
            Id, Cohort.DocumentId, c => c with { Status = CohortStatus.Running, StartedAt = Clock.Now }, default);
        var players = new RolePlayers(this);
        foreach (var moment in Moments.Select(m => DateTimeOffset.Parse(m, null)))
        {
            await RunAsync(moment);
            await players.EverybodyAnswersAsync();
            await RunAsync(Clock.Now);
            _kept.Add((Clock.Now, Store.Kept(), [.. Box.Emails], [.. _marks]));
        }
    }
}
