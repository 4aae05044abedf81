using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>A back end may refuse an event for an orchestration that is not there; by then the call's work would be done.</summary>
public sealed class NudgeTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task People_added_to_a_cohort_wake_its_orchestrator_only_where_it_has_one(bool isStarted, int woken)
    {
        await using var service = await TestService.StartAsync();
        await (isStarted ? JudicialCohort.EnrollingAsync(service) : JudicialCohort.DraftAsync(service));
        await using var client = new Counting();
        var http = new DefaultHttpContext { RequestServices = service.Host.Services };
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(
            "role,name,email,organisation,rank\nreverse mentor,Alma Reyes,alma.reyes@example.org,Birch Chambers,Barrister\n"));
        http.Request.ContentType = "text/csv";
        http.Response.Body = new MemoryStream();
        var function = ActivatorUtilities.CreateInstance<PeopleFunction>(service.Host.Services);
        await (await function.AddAsync(http.Request, client, JudicialCohort.Id, default)).ExecuteAsync(http);
        Assert.Equal(((int)HttpStatusCode.OK, woken), (http.Response.StatusCode, client.Raised));
    }

    private sealed class Counting() : DurableTaskClient("counting")
    {
        public int Raised { get; private set; }

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        {
            Raised++;
            return Task.CompletedTask;
        }

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
            CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
            throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
