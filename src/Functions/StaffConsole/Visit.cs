using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Staff;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>Somebody of the staff at a page of the console.</summary>
public sealed record Visit
{
    public required HttpRequest Request { get; init; }

    public required StaffSession Session { get; init; }

    public required StaffMember Member { get; init; }

    public required DurableTaskClient Client { get; init; }

    /// <summary>The path below console/.</summary>
    public required string Path { get; init; }

    /// <summary>What stands in the place of the names in the page's route.</summary>
    public required IReadOnlyDictionary<string, string> Route { get; init; }

    /// <summary>Of a page about a cohort: the cohort with its scheme, and nobody in it. Whoever needs the people reads them.</summary>
    public CohortSnapshot? Head { get; init; }

    /// <summary>What was typed and pressed; empty for a page that is only shown.</summary>
    public IReadOnlyDictionary<string, string> Posted { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A file that came along.</summary>
    public PostedFile? File { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    public string CohortId => Route["cohort"];

    public CohortSnapshot Cohort => Head ?? throw new InvalidOperationException("This page is about no cohort.");

    /// <summary>Whether the visitor decides about the cohort, and does not only look.</summary>
    public bool Decides => Member.Coordinates(Cohort.Definition);

    /// <summary>Which button was pressed.</summary>
    public string Does => Typed("do");

    public string Typed(string name) => Posted.GetValueOrDefault(name, "");

    public string Asked(string name) => Request.Query[name].ToString();

    /// <summary>"Tuesday 28 March 2023 at 4.30pm (London time)": an instant (UTC) as the cohort's people say it.</summary>
    public string When(DateTimeOffset at) => Cohort.Scheme.Words.DateAndTimeOf(at, Cohort.Definition.Zone);

    public string Day(DateTimeOffset at) => Cohort.Scheme.Words.DateOf(at, Cohort.Definition.Zone);
}

public sealed record PostedFile(string Name, byte[] Bytes);
