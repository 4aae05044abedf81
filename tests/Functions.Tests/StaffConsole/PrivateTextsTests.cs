using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>Whoever runs a cohort, or the whole service, reads on no page what people wrote for themselves or for their partner.</summary>
public sealed class PrivateTextsTests
{
    private static readonly string[] Marks = ["Quokka", "Wombat", "Numbat", "Potoroo"];

    [Fact]
    public async Task No_page_of_the_console_holds_a_reflection_an_evaluation_or_what_was_for_the_matching_alone()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        foreach (var person in await cohort.PeopleAsync())
        {
            var portrait = Forms.Portrait(person.Name);
            portrait["matching_considerations"] = Marks[0];
            await cohort.AnswerAsync(person, "invitation", portrait);
        }

        await service.RunToAsync("2023-02-27T16:30Z");
        await cohort.ReleaseAsync(1);
        await service.RunToAsync("2023-05-03T08:30Z");
        var (author, sharer) = (await cohort.PersonAsync("uma.jessop@example.org"), await cohort.PersonAsync("carys.farrow@example.org"));
        await cohort.AnswerAsync(author, "reflection-opening", Forms.Reflection(Marks[1], "only-me"));
        await cohort.AnswerAsync(sharer, "reflection-opening", Forms.Reflection(Marks[2], "my-partner"));
        await service.RunToAsync("2023-11-21T12:00Z");
        await cohort.AnswerAsync(author, "evaluation-opening", Forms.Evaluation(Marks[3]));
        await service.RunToAsync("2023-12-12T12:00Z");
        using var owner = await StaffBrowser.OfOwnerAsync(service);

        foreach (var page in service.Host.Services.GetServices<ConsolePage>())
        {
            foreach (var person in page.Route.Contains("{person}") ? await cohort.PeopleAsync() : [author])
            {
                var path = "console/" + page.Route.Replace("{cohort}", JudicialCohort.Id).Replace("{person}", person.Id)
                    .Replace("{instance}", JudicialCohort.Instance).Replace("{template}", "invitation").Replace("{name}", "report.csv");
                var html = (await owner.GetAsync(path)).Html;
                Assert.All(Marks, mark => Assert.DoesNotContain(mark, html, StringComparison.Ordinal));
            }
        }
    }
}
