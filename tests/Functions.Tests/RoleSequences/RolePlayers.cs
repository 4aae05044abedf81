using System.Text;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Service;
using ReverseMentoring.Functions.Tests.Service;

// Over 200 lines because every role's every action stands beside the others.
namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>What each role can do, chosen by numbers, so that any list of numbers is a play.</summary>
internal sealed class RolePlayers(RoleStage stage)
{
    /// <summary>What the coordinator moves people to.</summary>
    private const string Elsewhere = "chosen-by-staff";

    private static readonly string[] Wishes =
        ["", "?read=yes", "?mine=yes", "?change=yes", "?receipt=yes", "?saved=yes", "?new=yes", "?files=yes"];

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(11), TimeSpan.FromDays(1), TimeSpan.FromDays(8),
        TimeSpan.FromDays(40)];
    private static readonly string[] Choices = ["agree", "decline-and-wait", "decline-and-stop", "wait", "stop", "acknowledge", "yes",
        "no"];

    private static readonly string[] Reads = [.. KnownRoutes.Gets.Where(r => r.StartsWith("api/", StringComparison.Ordinal))];

    private static readonly Reader Coordinator = new("the coordinator");
    private static readonly Reader Administrator = new("an administrator");
    private static readonly Reader Owner = new("the machine's owner");

    private IReadOnlyList<Func<int, Task>> Actions =>
    [
        PersonLooksAsync, PersonAnswersAsync, PersonAnswersAsync, PersonReflectsAsync, PersonSavesAsync, PersonLeavesAsync,
        TimePassesAsync, TimePassesAsync, StaffReadsAsync, StaffReadsAsync, StaffDecidesAsync, StaffMovesAsync, MovedReadsAsync,
        MovedReadsAsync, StaffLinkAsync, AdministratorAsync, AnybodyAsksAsync, ConsoleAsync, ConsoleAsync,
    ];

    /// <returns>What leaked, or null.</returns>
    public async Task<string?> PlayAsync(IReadOnlyList<int> numbers)
    {
        stage.Begin(numbers[0]);
        foreach (var number in numbers.Skip(1))
        {
            await Actions[number % Actions.Count](number / Actions.Count);
            if (stage.Leak is not null)
            {
                break;
            }
        }

        stage.LookAtLog();
        return stage.Leak;
    }

    /// <summary>Everybody does what is asked of them, and writes what is for few.</summary>
    public async Task EverybodyAnswersAsync()
    {
        foreach (var person in await stage.PeopleAsync())
        {
            foreach (var path in LinksOf(person).TakeLast(6))
            {
                foreach (var choice in new[] { "agree", "acknowledge" })
                {
                    await stage.PostAsync(Self(person), path, Everything(person, choice, isShared: person.IsMentor));
                }
            }
        }

        var proposal = await stage.Store.FindAsync<Proposal>(RoleStage.Id, Proposal.DocumentId, default);
        if (proposal is { Value.ReleasedAt: null })
        {
            await TellAsync(HttpMethod.Post, "matching/release", new { version = proposal.Value.Version });
        }
    }

    private static Reader Self(Person person) => new($"{person.Name} themself", person.Id);

    /// <summary>Links in emails to the address that is the person's own.</summary>
    private IReadOnlyList<string> LinksOf(Person person) =>
        stage.Box.LinksTo(to => to == OwnAddress(person));

    /// <summary>The one they were invited at, whatever staff have made of it since.</summary>
    private static string OwnAddress(Person person) => $"{person.Name.Split(' ')[0].ToLowerInvariant()}@example.org";

    private async Task<Person?> SomebodyAsync(int number)
    {
        var people = await stage.PeopleAsync();
        return people.Count == 0 ? null : people[number % people.Count];
    }

    /// <summary>One form that answers every form: what another has no question for is left aside.</summary>
    private Dictionary<string, string> Everything(Person person, string choice, bool isShared = false)
    {
        var form = Forms.Portrait(person.Name);
        form["matching_considerations"] = stage.NewMark(person.Id, isReadBack: true, isForMatching: true);
        form["choice"] = choice == "acknowledge" || choice.Length == 0 ? "acknowledge" : choice;
        form["met"] = choice == "no" ? "no" : "yes";
        form["comment"] = stage.NewMark(person.Id);
        form["text"] = stage.NewMark(person.Id, isShared);
        form["readers"] = isShared ? "my-partner" : "only-me";
        foreach (var question in new[] { "worthwhile", "learned", "safe", "matched", "again" })
        {
            form[question] = "4";
        }

        return form;
    }

    private async Task PersonLooksAsync(int number)
    {
        if (await SomebodyAsync(number) is { } person && LinksOf(person) is { Count: > 0 } links)
        {
            var path = links[number / 5 % links.Count] + Wishes[number / 7 % Wishes.Length];
            await stage.AskAsync(Self(person), stage.Service.Browser, HttpMethod.Get, path);
            await stage.PostAsync(Self(person), path, Forms.Address(person.Email));
        }
    }

    private async Task PersonAnswersAsync(int number)
    {
        if (await SomebodyAsync(number) is { } person && LinksOf(person) is { Count: > 0 } links)
        {
            var form = Everything(person, Choices[number / 3 % Choices.Length], isShared: number % 2 == 0);
            if (number % 3 == 0)
            {
                form["address"] = person.Email;
            }

            await stage.PostAsync(Self(person), links[^(1 + (number / 11 % Math.Min(6, links.Count)))], form);
        }
    }

    private async Task PersonReflectsAsync(int number)
    {
        if (await SomebodyAsync(number) is { } person)
        {
            foreach (var path in LinksOf(person).TakeLast(8))
            {
                await stage.PostAsync(Self(person), path, Everything(person, "acknowledge", isShared: number % 2 == 1));
            }
        }
    }

    private async Task PersonSavesAsync(int number)
    {
        if (await SomebodyAsync(number) is { } person && LinksOf(person) is { Count: > 0 } links)
        {
            var form = Everything(person, "acknowledge");
            form["later"] = "yes";
            form["address"] = person.Email;
            await stage.PostAsync(Self(person), links[^(1 + (number / 5 % Math.Min(6, links.Count)))], form);
        }
    }

    private async Task PersonLeavesAsync(int number)
    {
        if (number % 4 == 0 && await SomebodyAsync(number / 4) is { } person && LinksOf(person) is { Count: > 0 } links)
        {
            await stage.PostAsync(Self(person), links[^1], Forms.Withdrawal(person.Email));
        }
    }

    private Task TimePassesAsync(int number) => stage.RunAsync(stage.Clock.Now + Waits[number % Waits.Length]);

    private async Task StaffReadsAsync(int number) =>
        await stage.AskAsync(
            Coordinator, stage.Service.Api, HttpMethod.Get, await FilledAsync(Reads[number % Reads.Length], number / Reads.Length));

    private async Task StaffDecidesAsync(int number)
    {
        var person = await SomebodyAsync(number / 8);
        var proposal = await stage.Store.FindAsync<Proposal>(RoleStage.Id, Proposal.DocumentId, default);
        var deciding = (number % 8) switch
        {
            0 => TellAsync(HttpMethod.Post, "matching/proposal", null),
            1 => TellAsync(HttpMethod.Post, "matching/release", new { version = proposal?.Value.Version ?? 1 }),
            2 => TellAsync(HttpMethod.Post, "changes", new { change = number % 16 == 2 ? "pause" : "resume", reason = "As planned." }),
            3 => TellAsync(HttpMethod.Post, "changes", new { change = "extend-deadline", to = "2023-03-03T16:00", reason = "As planned." }),
            4 => TellAsync(HttpMethod.Post, $"people/{person?.Id}/removal", new { reason = "They have left the firm." }),
            5 => stage.AskAsync(
                Coordinator, stage.Service.Api, HttpMethod.Post,
                    $"api/cohorts/{RoleStage.Id}/people?dryRun={number % 16 == 5}".ToLowerInvariant(),
                () => new StringContent(Samples.JudicialPeople, Encoding.UTF8, "text/csv")),
            6 => stage.AskAsync(
                Coordinator, stage.Service.Api, HttpMethod.Put, $"api/cohorts/{RoleStage.Id}/files/handbook.pdf",
                () => new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7"))),
            _ => TellAsync(HttpMethod.Put, "people/coordinator/address", new { email = $"staff{number}@example.org", reason = "Moved." }),
        };
        await deciding;
    }

    private async Task StaffMovesAsync(int number)
    {
        if (await SomebodyAsync(number) is { } person)
        {
            var to = number % 5 == 4 ? OwnAddress(person) : $"{Elsewhere}-{person.Id}@example.org";
            await TellAsync(HttpMethod.Put, $"people/{person.Id}/address", new { email = to, reason = "They asked for it." });
            if (to != person.Email && stage.MovedAt(person.Id) is null)
            {
                stage.Moved(person.Id);
            }
        }
    }

    /// <summary>Whoever reads the address that staff chose tries every link that comes there, in every way.</summary>
    private async Task MovedReadsAsync(int number)
    {
        var links = stage.Box.LinksTo(to => to.StartsWith(Elsewhere, StringComparison.Ordinal));
        if (links.Count == 0 || await SomebodyAsync(number) is not { } person || stage.MovedAt(person.Id) is not { } moved
            || person.MoveConfirmedAt is not null)
        {
            return;
        }

        var reader = new Reader("whoever reads the address that staff chose", person.Id, moved);
        foreach (var path in stage.Box.LinksTo(to => to == $"{Elsewhere}-{person.Id}@example.org"))
        {
            var asked = path + Wishes[number / 3 % Wishes.Length];
            await stage.AskAsync(reader, stage.Service.Browser, HttpMethod.Get, asked);
            foreach (var address in new[] { person.Email, OwnAddress(person), $"{Elsewhere}-{person.Id}@example.org" })
            {
                await stage.PostAsync(reader, asked, Forms.Address(address));
            }
        }
    }

    /// <summary>The pages behind the coordinator's own links.</summary>
    private async Task StaffLinkAsync(int number)
    {
        var cohort = await stage.Store.FindAsync<Domain.Cohorts.Cohort>(RoleStage.Id, Domain.Cohorts.Cohort.DocumentId, default);
        var links = stage.Box.LinksTo(to => to == cohort?.Value.Definition.Coordinator.Email);
        if (links.Count > 0)
        {
            var path = links[number % links.Count];
            await stage.AskAsync(Coordinator, stage.Service.Browser, HttpMethod.Get, path);
            await stage.PostAsync(Coordinator with { Matches = true }, path, Forms.Address(cohort!.Value.Definition.Coordinator.Email));
        }
    }

    private async Task AdministratorAsync(int number)
    {
        var path = await FilledAsync(Reads[number % Reads.Length], number / Reads.Length);
        await stage.AskAsync(Administrator, stage.Service.Admin, HttpMethod.Get, path);
    }

    /// <summary>The pages, and what their buttons do for a person, with every role that there is.</summary>
    private async Task ConsoleAsync(int number)
    {
        await stage.SignInAsync();
        var person = (await SomebodyAsync(number))?.Id ?? "nobody";
        var page = stage.Pages[number % stage.Pages.Count].Replace("{person}", person, StringComparison.Ordinal);
        var query = await FilledAsync("", number / 3);
        await stage.AskAsync(
            Owner with { Matches = page.EndsWith("/matching", StringComparison.Ordinal) }, stage.Console, HttpMethod.Get, page + query);
        var mails = (await stage.Store.ListAsync<OutboxMail>(RoleStage.Id, OutboxMail.SettledKind, default))
            .Where(m => m.Value.PersonId == person).ToList();
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["form_token"] = RoleStage.FormToken,
            ["do"] = (number % 4) switch { 0 => "fresh-link", 1 => "again", 2 => "ask-remove", _ => "propose" },
            ["mail"] = mails.Count > 0 ? mails[number / 5 % mails.Count].Value.Id : "none",
        };
        var to = number % 4 == 3 ? $"console/cohorts/{RoleStage.Id}/matching" : $"console/cohorts/{RoleStage.Id}/people/{person}";
        await stage.AskAsync(
            Owner with { Matches = to.EndsWith("/matching", StringComparison.Ordinal) }, stage.Console, HttpMethod.Post, to,
            () => new FormUrlEncodedContent(form));
    }

    private async Task AnybodyAsksAsync(int number)
    {
        if (await SomebodyAsync(number) is { } person)
        {
            var email = number % 2 == 0 ? person.Email : "stranger@example.org";
            await stage.PostAsync(new Reader("a stranger"), $"r/{RoleStage.Id}.unknown{number}", Forms.Address(email));
        }
    }

    private Task TellAsync(HttpMethod method, string what, object? json) =>
        stage.TellAsync(Coordinator, stage.Service.Api, method, $"api/cohorts/{RoleStage.Id}/{what}", json);

    /// <summary>A route with what it asks for in its path and query.</summary>
    private async Task<string> FilledAsync(string route, int number)
    {
        var one = (await SomebodyAsync(number))?.Id ?? "nobody";
        var other = (await SomebodyAsync(number + 1))?.Id ?? "nobody";
        return route.Replace("{id}", RoleStage.Id, StringComparison.Ordinal)
            .Replace("{personId}", one, StringComparison.Ordinal)
            .Replace("{instanceId}", $"cohort-{RoleStage.Id}", StringComparison.Ordinal)
            .Replace("{name}", number % 2 == 0 ? "report.html" : "handbook.pdf", StringComparison.Ordinal)
            + $"?mentor={one}&mentee={other}&cohort={RoleStage.Id}";
    }
}
