using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Says who helps to run a cohort; whoever is taken off sees nothing of it from then on.</summary>
public sealed class TeamFunction(CohortChanger changer, Calls calls)
{
    [Function("PutTeam")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Says who helps to run a cohort",
        Description = "Takes the place of the team that was. Each signs in at the console by a link sent to their address.",
        Refuses = [RefusalKind.Conflict])]
    [ApiBody("application/json", Body = typeof(TeamRequest))]
    [ApiAnswer(StatusCodes.Status200OK, "The team as it stands now.", Body = typeof(CohortTeam))]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/team")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            TeamRequest.Read,
            (cohort, asked) => changer.ChangeTeamAsync(cohort, asked, cancellation),
            changed => Answer.Json(new CohortTeam(id, changed.Definition.Team)));
}

/// <param name="Id">The cohort's.</param>
public sealed record CohortTeam(string Id, IReadOnlyList<TeamMember> Team);
