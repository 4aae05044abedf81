using System.Net;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.LocalHost.Tests;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>T4: somebody sets the machine's clock while a cohort runs.</summary>
public sealed class SetClockTests
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Invitations_go_out_at_once_when_the_clock_goes_forward_and_a_wave_goes_on_when_it_goes_back_a_day()
    {
        SetClock? clock = null;
        await using var service = await TestService.StartAsync(quota: new SendQuota(5, 1000), machine: passing => clock = new(passing));
        var cohort = await JudicialCohort.DraftAsync(service);
        Assert.Equal(HttpStatusCode.Accepted, (await service.Api.TellAsync("api/cohorts/judicial-2023/start", null)).Status);
        await service.SettleAsync();

        clock!.Set(TimeSpan.FromDays(7));
        await PassAsync(1);
        Assert.Equal(5, (await cohort.SentAsync("invitation")).Count);

        clock.Set(TimeSpan.FromDays(-1));
        await PassAsync(6);
        Assert.InRange((await cohort.SentAsync("invitation")).Count, 10, 15);
        await PassAsync(20);
        Assert.Equal(24, (await cohort.SentAsync("invitation")).Count);

        async Task PassAsync(int halfMinutes)
        {
            for (var i = 0; i < halfMinutes; i++)
            {
                clock.Pass(HalfAMinute);
                await service.SettleAsync();
            }
        }
    }
}
