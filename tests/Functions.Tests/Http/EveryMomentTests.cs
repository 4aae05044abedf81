using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

// Over 200 lines because every bad moment stands in one table, beside what plays it.
namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>
/// Every form in every bad moment: all that was typed is in the answer, with a sentence that is true and a way on (L1 to L3).
/// </summary>
public sealed class EveryMomentTests
{
    private static readonly FormDeclaration[] Forms =
        [.. MentoringProgramme.Declared.Forms.Where(f => Questions(f).Count > 0)];

    /// <summary>
    /// What is done to a form, its person and its link before it is posted, what is posted, and the answers that are right.
    /// </summary>
    private static readonly Dictionary<string, Moment> Moments = new(StringComparer.Ordinal)
    {
        ["too late"] = new((stage, _) => stage.Service.RunToAsync("2024-02-01T12:00Z"), [200, 404, 409]),
        ["half of it missing"] = new((_, _) => Task.CompletedTask, [200, 409, 422])
        {
            Typed = typed => typed.Where(t => t.Value.StartsWith("TYPED", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
        },
        ["expired"] = new(
            (stage, link) => stage.ChangeAsync(link, l => l with { Expires = stage.Service.Clock.GetUtcNow().AddSeconds(-1) }), [404]),
        ["its person has withdrawn"] = new(
            async (stage, _) =>
            {
                await stage.Service.Store.UpdateAsync<Person>(
                    JudicialCohort.Id, stage.Person.Id, p => p.Withdraw(stage.Service.Clock.GetUtcNow()), default);
                await stage.Service.Host.RunUntilAsync(stage.Service.Clock.GetUtcNow().AddHours(25));
            },
            [404]),
        ["its person was moved to another address"] = new(
            async (stage, _) => Assert.Equal(HttpStatusCode.OK, (await stage.Service.Api.SendToAsync(
                HttpMethod.Put,
                $"api/cohorts/{JudicialCohort.Id}/people/{stage.Person.Id}/address",
                System.Net.Http.Json.JsonContent.Create(
                    new { email = $"moved-{stage.Person.Id}@example.org", reason = "They moved." }))).Status),
            [404]),
        ["too long"] = new((_, _) => Task.CompletedTask, [413])
        {
            Typed = typed => typed.ToDictionary(t => t.Key, t => t.Value + new string('x', 1_100_000 / typed.Count)),
        },
        ["the link was cut"] = new((_, _) => Task.CompletedTask, [404]) { Path = path => path[..^3] },
        ["something was added to the link"] = new((_, _) => Task.CompletedTask, [404]) { Path = path => path + "/more" },
        ["the store can not be read"] = new(
            (stage, _) => stage.Down(s => s.BeforeAnything = () => throw new IOException("The disk is gone.")), [503]),
        ["the store can not be written"] = new(
            (stage, _) => stage.Down(s =>
            {
                s.BeforeCreating = _ => throw new IOException("The disk is full.");
                s.BeforeReplacing = _ => throw new IOException("The disk is full.");
            }),
            [200, 409, 422, 503]),
        ["the service has a fault"] = new(
            (stage, _) => stage.Down(s => s.BeforeAnything = () => throw new NotSupportedException("A fault.")), [500]),
    };

    public static IEnumerable<object[]> All => Moments.Keys.Select(moment => new object[] { moment });

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_was_typed_is_in_the_answer(string moment)
    {
        InterruptedStore? store = null;
        await using var service = await TestService.StartAsync(services => InterruptedStore.Around(services, made => store = made));
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var people = await cohort.PeopleAsync();
        var (done, refused) = (Moments[moment], 0);
        foreach (var (form, person) in Forms.Zip(people))
        {
            var stage = new Stage(service, store!, person);
            var (link, path) = await stage.LinkAsync(form);
            var typed = done.Typed(Questions(form));
            if (typed.Count == 0)
            {
                continue;
            }

            await done.Happens(stage, link);
            var reply = await service.Browser.SubmitAsync(done.Path(path), typed);
            await stage.Down(s =>
            {
                (s.BeforeAnything, s.BeforeCreating) = (() => { }, _ => { });
                s.BeforeReplacing = _ => Task.CompletedTask;
            });
            Assert.True(done.Right.Contains((int)reply.Status), $"{form.Key}: {(int)reply.Status} {reply.Text}");
            Assert.Equal("text/html", reply.ContentType);
            var page = Templates.Parse(reply.Text);
            Assert.NotEmpty(page.QuerySelectorAll("main p, main .field"));
            if (reply.Status == HttpStatusCode.OK && page.QuerySelector("form[method=post]") is null)
            {
                continue;
            }

            refused++;
            var given = Given(page);
            Assert.All(typed, t => Assert.True(given.Contains(t.Value), $"{form.Key} when {moment}: {t.Key} is lost."));
            Assert.True(HasAWayOn(page), $"{form.Key} when {moment}: there is no way on.");
            Assert.Equal(
                reply.Status == HttpStatusCode.ServiceUnavailable ? "60" : null, reply.Headers.GetValueOrDefault("Retry-After"));
        }

        Assert.True(refused >= 2, $"Only {refused} were refused.");
    }

    [Fact]
    public async Task Whoever_was_still_writing_at_the_deadline_is_taken_and_matched()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        await service.RunToAsync("2023-02-27T16:09:30Z");
        Assert.Contains("closed", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        var reply = await service.Browser.SubmitAsync(link, Service.Forms.Portrait(person.Name));
        Assert.Contains("Recorded on", reply.Text, StringComparison.Ordinal);
        await service.RunToAsync("2023-03-01T12:00Z");
        Assert.Equal([person.Id], (await cohort.PeopleAsync()).Select(p => p.Id));
    }

    [Fact]
    public async Task Whoever_comes_later_finds_for_a_day_that_it_closed_and_their_text()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        await service.RunToAsync("2023-02-28T15:30Z");
        var reply = await service.Browser.SubmitAsync(link, Service.Forms.Portrait(person.Name));
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains(Service.Forms.Portrait(person.Name)["why_interested"], Given(Templates.Parse(reply.Text)));
    }

    private static Dictionary<string, string> Questions(FormDeclaration form) =>
        form.Questions(new FormContext(
            Domain.Tests.Support.Given.Link(form.Key, "m1", 1, "pair-01"),
            EmailContexts.Full.FindPerson("m1")!, EmailContexts.Full, EmailContexts.Now))
            // Nobody types what the page was made from; it says what holds now.
            .Where(q => q.Kind != QuestionKind.Seen)
            .ToDictionary(q => q.Name, q => q.Options.Count > 0 ? q.Options[0] : q.Kind == QuestionKind.Checkbox ? "yes"
                : $"TYPED {q.Name}");

    /// <summary>All that the page gives back, wherever it stands.</summary>
    private static HashSet<string> Given(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll("dd").Select(d => d.TextContent),
        .. page.QuerySelectorAll("textarea").Select(t => t.TextContent.Trim()),
        .. page.QuerySelectorAll(
            "input[type=hidden], input[type=text], input[type=email], input[type=date], input[type=time], input[checked]")
            .Select(i => i.GetAttribute("value") ?? ""),
    ];

    private static bool HasAWayOn(IHtmlDocument page) =>
        page.QuerySelector("main button, main a") is not null
        || page.QuerySelectorAll("main h2").Any(h => h.TextContent == "What you can do");

    private sealed record Moment(Func<Stage, LinkGrant, Task> Happens, int[] Right)
    {
        public Func<Dictionary<string, string>, Dictionary<string, string>> Typed { get; init; } = typed => typed;

        public Func<string, string> Path { get; init; } = path => path;
    }

    private sealed record Stage(TestService Service, InterruptedStore Store, Person Person)
    {
        public async Task<(LinkGrant Link, string Path)> LinkAsync(FormDeclaration form)
        {
            var pair = (await Service.Store.ListAsync<Domain.Pairs.Pair>(JudicialCohort.Id, Domain.Pairs.Pair.DocumentKind, default))
                .FirstOrDefault(p => p.Value.Includes(Person.Id));
            var grant = new LinkGrant
            {
                CohortId = JudicialCohort.Id,
                Id = "",
                PersonId = Person.Id,
                Purpose = form.Key,
                Number = 1,
                PairId = pair?.Value.Id,
                Expires = Service.Clock.GetUtcNow().AddDays(500),
            };
            var known = (await Service.Store.ListOwnedAsync(JudicialCohort.Id, Person.Id, default)).Select(d => d.Id).ToHashSet();
            var link = await Service.Host.Services.GetRequiredService<LinkMinter>().MintAsync(grant, default);
            var id = (await Service.Store.ListOwnedAsync(JudicialCohort.Id, Person.Id, default)).Single(d => !known.Contains(d.Id)).Id;
            return (grant with { Id = id }, JudicialCohort.PathOf(link.ToString()));
        }

        public Task ChangeAsync(LinkGrant link, Func<LinkGrant, LinkGrant> change) =>
            Service.Store.UpdateAsync(JudicialCohort.Id, link.Id, change, default);

        public Task Down(Action<InterruptedStore> how)
        {
            how(Store);
            return Task.CompletedTask;
        }
    }
}
