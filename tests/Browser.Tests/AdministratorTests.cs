using Microsoft.DurableTask.Client;
using Microsoft.Playwright;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Browser.Tests;

[Collection(UsesChromium.Name)]
public sealed class AdministratorTests(Chromium chromium)
{
    [Fact]
    public async Task A_cohort_that_stands_still_is_found_first_and_mended_in_a_minute()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        await service.Host.Client.TerminateInstanceAsync(JudicialCohort.Instance, "an accident");
        await service.SettleAsync();
        await using var stage = await Stage.OpenAsync(chromium.Browser, service);
        await stage.EnterAsync();

        await stage.FollowAsync("Operations");
        await stage.Page.Locator(".note.bad").GetByRole(AriaRole.Link, new() { Name = JudicialCohort.Id }).ClickAsync();
        await stage.Page.GetByText("Begin anew").ClickAsync();
        await stage.PressAsync("Do it");
        await Assertions.Expect(stage.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter a reason");
        await stage.ExpectSoundAsync("a lever without a reason");
        await stage.Page.GetByText("Begin anew").ClickAsync();
        await stage.Page.GetByLabel("Reason").FillAsync("It was ended by accident.");
        await stage.PressAsync("Do it");
        await service.SettleAsync();

        await Assertions.Expect(stage.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("begun anew");
        var state = await service.Host.Client.GetInstanceAsync(JudicialCohort.Instance);
        Assert.Equal(OrchestrationRuntimeStatus.Running, state!.RuntimeStatus);
        await stage.Page.GotoAsync("console/admin/audit");
        await Assertions.Expect(stage.Page.GetByText("It was ended by accident.")).ToBeVisibleAsync();
    }
}
