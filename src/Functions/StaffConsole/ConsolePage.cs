using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>
/// A page for the people who run it, declared by where it is, for whom, and what it shows. <see cref="ConsoleDesk"/> finds it, asks who
/// comes, and does everything that is the same for all.
/// </summary>
public abstract class ConsolePage
{
    /// <summary>Below console/, with names in braces; "{cohort}" is always a cohort's id.</summary>
    public abstract string Route { get; }

    public abstract Audience Audience { get; }

    /// <summary>For whom its buttons are: what others only see, coordinators decide.</summary>
    public virtual Audience DoneBy => Audience is Audience.Team or Audience.Lead ? Audience.Coordinator : Audience;

    /// <summary>What the page shows. It changes nothing.</summary>
    public abstract Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation);

    /// <summary>What a button of the page does. Which one was pressed is <see cref="Visit.Does"/>.</summary>
    public virtual Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation) =>
        Task.FromResult(ConsoleAnswer.NoSuchButton);
}

/// <summary>What a page answers: itself, with values for its template; the way to another; a file; or that nothing is there.</summary>
/// <param name="Template">Below pages/console, without its ending; empty where nothing is rendered.</param>
public sealed record ConsoleAnswer(string Template, IReadOnlyDictionary<string, object?> Values, int Status = StatusCodes.Status200OK)
{
    private static readonly Dictionary<string, object?> Nothing = new(StringComparer.Ordinal);

    /// <summary>The same answer as for any other address at which there is nothing.</summary>
    public static readonly ConsoleAnswer NothingHere = new("", Nothing, StatusCodes.Status404NotFound);

    /// <summary>What was posted is of no button of the page.</summary>
    public static readonly ConsoleAnswer NoSuchButton = new("", Nothing, StatusCodes.Status405MethodNotAllowed);

    /// <summary>Where the browser goes, below console/; null: it stays.</summary>
    public string? SeeOther { get; init; }

    public IResult? File { get; init; }

    /// <summary>Which entry of the menu is this one's.</summary>
    public string Place { get; init; } = "";

    /// <summary>Why what was asked for was not done; the page says so above everything else.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What is wrong is said of fields that are on the page, so that the summary can lead to them.</summary>
    public bool HasFields { get; init; } = true;

    /// <summary>The fields of a form that the template puts where it says "form"; else the template writes its own.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>The cohort whose orchestrator should look at the store again, or null.</summary>
    public string? Nudges { get; init; }

    /// <summary>What was done, for the audit; null: nothing.</summary>
    public Deed? Deed { get; init; }

    /// <summary>The page again, with what was typed and why it was not taken.</summary>
    public ConsoleAnswer Refused(Refusal refusal) => this with { Refusal = refusal, Status = Answer.StatusOf(refusal.Kind) };

    /// <param name="path">Below console/, with its query.</param>
    public static ConsoleAnswer GoTo(string path) => new("", Nothing, StatusCodes.Status303SeeOther) { SeeOther = path };

    /// <summary>A deed was done; the page at the path says so in the words of its key "done.DEED".</summary>
    public static ConsoleAnswer Done(string path, Deed deed) => GoTo($"{path}?done={deed.Name}") with { Deed = deed };
}

/// <param name="Name">A key of the words of the audit's page.</param>
/// <param name="AboutId">The id of the person, pair, email or orchestration that it was done to.</param>
/// <param name="Reason">As it was given.</param>
public sealed record Deed(string Name, string? AboutId = null, string? Reason = null);
