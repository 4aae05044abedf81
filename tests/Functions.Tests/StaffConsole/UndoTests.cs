using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

public sealed class UndoTests
{
    private static readonly string Plan = $"console/cohorts/{JudicialCohort.Id}/plan";

    [Fact]
    public async Task A_change_just_made_is_taken_back_by_one_button_which_is_gone_when_people_are_told()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        using var coordinator = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");
        (string, string)[] extension =
            [("do", "change"), ("change", "extend-deadline"), ("to", "2023-03-03T16:00"), ("reason", "Half-term.")];

        var changed = await coordinator.PressAsync(Plan, extension);
        Assert.Contains("Take the change back", changed.Text, StringComparison.Ordinal);
        var undone = await coordinator.PressAsync(Plan, ("do", "change"), ("change", "undo"), ("reason", "Taken back"));
        Assert.Contains("The change is taken back. Nobody had heard of it.", undone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take the change back", undone.Text, StringComparison.Ordinal);

        await coordinator.PressAsync(Plan, extension);
        await service.RunToAsync("2023-01-30T10:00Z");
        Assert.NotEmpty(await cohort.SentAsync("change-notice"));
        Assert.DoesNotContain("Take the change back", (await coordinator.GetAsync(Plan)).Text, StringComparison.Ordinal);
    }
}
