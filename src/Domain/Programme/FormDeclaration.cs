using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// What an emailed link opens, declared once by its capability: until when, what it asks, and what an answer changes. Its words stand in
/// the
/// template of its page.
/// </summary>
public sealed record FormDeclaration
{
    /// <summary>The key under which links keep it.</summary>
    public required string Key { get; init; }

    /// <summary>The page's template: the file's name under pages/ without its ending.</summary>
    public required string Page { get; init; }

    /// <summary>From this instant (UTC) on an answer is too late; null: never.</summary>
    public Func<FormContext, DateTimeOffset?> Closes { get; init; } = _ => null;

    /// <summary>
    /// Why no answer is taken, as a key of the page's words; null while one is. Without it, the time of closing alone decides.
    /// </summary>
    public Func<FormContext, string?>? ClosedBecause { get; init; }

    /// <summary>The link works for a year, however soon the form closes: what it shows when closed says nothing of when and why.</summary>
    public bool LinkOutlivesForm { get; init; }

    /// <summary>An email that leaves when the form is past its use carries no link to it.</summary>
    public Func<CohortSnapshot, DateTimeOffset, bool> IsOffered { get; init; } = (_, _) => true;

    /// <summary>What it reads beside the cohort.</summary>
    public Func<FormContext, IReadOnlyList<Need>> Reads { get; init; } = _ => [];

    /// <summary>What it asks, in order; none for a page with a button alone.</summary>
    public Func<FormContext, IReadOnlyList<FormQuestion>> Questions { get; init; } = _ => [];

    /// <summary>What the page's text may use beside the values that every page has.</summary>
    public Func<FormContext, Dictionary<string, object?>> Values { get; init; } = _ => [];

    /// <summary>The receipt of an answer already given, or null.</summary>
    public Func<FormContext, FormReceipt?> Receipt { get; init; } = _ => null;

    /// <summary>The answer already given, as the form would post it; shown only to someone who confirmed their address.</summary>
    public Func<FormContext, IReadOnlyDictionary<string, string>> Recorded { get; init; } = _ => NoAnswer;

    /// <summary>
    /// What stands in the form before anybody has answered: no more than the email says that brought the link, since links get forwarded,
    /// and never an address, which proves who somebody is.
    /// </summary>
    public Func<FormContext, IReadOnlyDictionary<string, string>> Suggested { get; init; } = _ => NoAnswer;

    /// <summary>
    /// Reads an answer: problems whose places are names of questions and whose sentences are keys of the page's words, or what it changes.
    /// </summary>
    public Func<FormContext, IReadOnlyDictionary<string, string>, Outcome<Effects>> Decide { get; init; } = (_, _) => Effects.Nothing;

    /// <summary>
    /// What others would be shown of an answer, from what is typed so far, before it is sent; the page has it as "preview". Null: there is
    /// none.
    /// </summary>
    public Func<FormContext, IReadOnlyDictionary<string, string>, Dictionary<string, object?>>? Preview { get; init; }

    /// <summary>What can be read behind the link by whoever typed their address; null: nothing.</summary>
    public FormReading? Reading { get; init; }

    /// <summary>Nothing is asked: the link only leads to what can be read.</summary>
    public bool IsOnlyRead { get; init; }

    /// <summary>That somebody answered, and when, is told to nobody beside those who have to know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>
    /// The key of the words of a receipt that is shown at once and never again, since nothing about the answer is shown behind the link.
    /// Null: the receipt is that of the answer recorded.
    /// </summary>
    public Func<FormContext, string>? AtOnce { get; init; }

    /// <summary>The answer that ends the link's use: the page to show for it ever after.</summary>
    public bool EndsLink { get; init; }

    /// <summary>The form that the same link opens for whoever would rather say no than fill in this one; null: there is none.</summary>
    public FormDeclaration? Declining { get; init; }

    /// <summary>It is there for those as well who have left and can still come back; every other form waits for that.</summary>
    public bool IsForLeavers { get; init; }

    /// <summary>It takes a while to fill in: what was typed can be saved, and finished later, for as long as the link lives.</summary>
    public bool KeepsDrafts { get; init; }

    /// <summary>
    /// A second press of the button after the closing finds the receipt, where the very answer recorded is posted once more.
    /// </summary>
    public bool TakesRepeatsWhenClosed { get; init; }

    /// <summary>Whether the form would be asked of a person now, for someone who lost their link; none: it is never asked for.</summary>
    public Func<Person, CohortSnapshot, DateTimeOffset, IEnumerable<AskedForm>> AskedNow { get; init; } = (_, _, _) => [];

    /// <summary>Somebody may ask for a link to it though the cohort was cancelled.</summary>
    public bool OutlivesCancellation { get; init; }

    internal static readonly IReadOnlyDictionary<string, string> NoAnswer = new Dictionary<string, string>(StringComparer.Ordinal);

    internal static Outcome<Effects> Refuse(string question, string words) => Refusal.Invalid(question, words);
}

/// <summary>Something to read behind a link: a page of its own.</summary>
/// <param name="What">The key of the words that say what will be shown, in the form's own page.</param>
public sealed record FormReading(string Page, string What)
{
    public Func<FormContext, IReadOnlyList<Need>> Reads { get; init; } = _ => [];

    public required Func<FormContext, Dictionary<string, object?>> Values { get; init; }
}

/// <summary>What a person is told after answering, and again whenever they open the link later. It repeats nothing they wrote.</summary>
/// <param name="Words">The key of its words in the form's page; what it lacks there is taken from those of "receipt".</param>
/// <param name="At">When the answer was first recorded as it stands (UTC); posting the same again keeps it.</param>
public sealed record FormReceipt(string Words, DateTimeOffset At, bool CanChange)
{
    /// <summary>
    /// Whoever opens the link again is asked again at once: "not yet" may have become "yes", and shows nothing anybody wrote.
    /// </summary>
    public bool AsksAgain { get; init; }
}

/// <summary>A form that would be asked of a person now.</summary>
/// <param name="Urgency">Of several the lowest is asked; then that of the lowest number, then of the lowest place.</param>
public sealed record AskedForm(int Urgency, int Place = 0)
{
    /// <summary>The session or reflection it is about, counted from 1; else 0.</summary>
    public int Number { get; init; }

    public string? PairId { get; init; }

    /// <summary>Nobody waits for it: it is there for whoever wants it.</summary>
    public bool IsOptional { get; init; }
}
