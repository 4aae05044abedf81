using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>A rendered page and its HTTP status.</summary>
/// <param name="Nudges">The cohort whose orchestrator should look at the store again, or null.</param>
public sealed record ShownPage(int Status, string Html, string? Nudges = null)
{
    /// <summary>The query with which the same address shows what came of a post, so that "back" and "reload" do no harm.</summary>
    public string? SeeOther { get; init; }

    public static ShownPage At(string query) => new(StatusCodes.Status303SeeOther, "") { SeeOther = query };
}
