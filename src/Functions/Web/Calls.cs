using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Web;

/// <summary>Takes an HTTP call from its body over a decision to its answer: the one way of every call of the API that decides.</summary>
public sealed class Calls(CohortReader reader, WebOptions web)
{
    /// <summary>A call with a JSON body about no cohort, or about one that is yet to be.</summary>
    /// <param name="decide">Reads the fields and decides; the JSON lives until it is done.</param>
    internal async Task<IResult> AnswerAsync<TDone>(
        HttpRequest request,
        Func<FieldReader, Task<Outcome<TDone>>> decide, Func<TDone, IResult> answer, CancellationToken cancellation)
        where TDone : notnull
    {
        var bytes = await Body.ReadAsync(request, web.MaxBodyBytes, cancellation);
        var parsed = bytes.Then(Body.ParseJson);
        using (parsed.Value)
        {
            return Answer.Of(await parsed.ThenAsync(json => decide(FieldReader.Of(json.RootElement))), answer);
        }
    }

    /// <summary>A call without a body about a cohort.</summary>
    internal async Task<IResult> AnswerAsync<TDone>(
        CohortCall call, Func<CohortSnapshot, Task<Outcome<TDone>>> decide, Func<TDone, IResult> answer)
        where TDone : notnull =>
        Answer.Of(await DecideAsync(call, decide), answer);

    /// <summary>A call with a JSON body about a cohort: the fields are read first, then the cohort.</summary>
    internal Task<IResult> AnswerAsync<TAsked, TDone>(
        CohortCall call,
        Func<FieldReader, Outcome<TAsked>> read, Func<CohortSnapshot, TAsked, Task<Outcome<TDone>>> decide, Func<TDone, IResult> answer)
        where TAsked : notnull
        where TDone : notnull =>
        AnswerAsync(
            call.Request,
            fields => read(fields).ThenAsync(asked => DecideAsync(call, cohort => decide(cohort, asked))),
            answer,
            call.Cancellation);

    /// <summary>A call about a cohort whose body is a table, or a list, that is read by itself.</summary>
    internal async Task<IResult> AnswerBytesAsync<TDone>(
        CohortCall call, Func<CohortSnapshot, byte[], Task<Outcome<TDone>>> decide, Func<TDone, IResult> answer)
        where TDone : notnull
    {
        var bytes = await Body.ReadAsync(call.Request, web.MaxBodyBytes, call.Cancellation);
        return Answer.Of(await bytes.ThenAsync(read => DecideAsync(call, cohort => decide(cohort, read))), answer);
    }

    private async Task<Outcome<TDone>> DecideAsync<TDone>(CohortCall call, Func<CohortSnapshot, Task<Outcome<TDone>>> decide)
        where TDone : notnull
    {
        if (await reader.FindAsync(call.CohortId, call.Cancellation) is not { } cohort)
        {
            return Refusal.NoCohort();
        }

        var done = await DecideAsync(cohort, decide);
        if (done.Succeeded && cohort.Cohort.HasOrchestrator && call.Nudges is { } client)
        {
            await CohortOrchestration.NudgeAsync(client, call.CohortId, call.Cancellation);
        }

        return done;
    }

    private static async Task<Outcome<TDone>> DecideAsync<TDone>(CohortSnapshot cohort, Func<CohortSnapshot, Task<Outcome<TDone>>> decide)
        where TDone : notnull
    {
        try
        {
            return await decide(cohort);
        }
        catch (OwnerErasedException)
        {
            return new Refusal(
                RefusalKind.NotFound, "This person is no longer in the cohort", "They left, or their time was over, at this very moment.");
        }
    }
}

/// <summary>A call about one cohort.</summary>
/// <param name="Nudges">Wakes the cohort's orchestrator, where it has one, once something was decided; null where none waits.</param>
internal sealed record CohortCall(HttpRequest Request, string CohortId, CancellationToken Cancellation, DurableTaskClient? Nudges = null);
