using System.Text.Json;
using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// An email, declared once by its capability: which form its link opens, when it is still true, and the values its template may use.
/// </summary>
/// <param name="Template">The file's name under templates/LANGUAGE/emails without its ending; also how the outbox knows the email.</param>
public record EmailDeclaration(string Template)
{
    /// <summary>The form that its link opens; null where it asks for nothing.</summary>
    public FormDeclaration? Form { get; init; }

    /// <summary>For an email whose form depends on the occasion: the form's key, or null.</summary>
    public Func<OutboxMail, string?>? FormKeyOf { get; init; }

    /// <summary>A nudge: it carries a way to stop nudges (RFC 8058), which what a person has to know does not.</summary>
    public bool MayBePaused { get; init; }

    /// <summary>It repeats what another email said, so it is not sent again when an address is corrected.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>Anybody can cause it, again and again: all of its kind together never take more than a tenth of the quota.</summary>
    public bool IsOnDemand { get; init; }

    /// <summary>It asks for something, or invites to it, that a cancelled cohort no longer has.</summary>
    public bool EndsWithCancellation { get; init; }

    /// <summary>It goes to those as well who have left and can still come back.</summary>
    public bool ReachesLeavers { get; init; }

    /// <summary>It goes to people who were put forward and have not said yet that they take part.</summary>
    public bool IsForInvited { get; init; }

    /// <summary>
    /// Until when (UTC) it may wait for a letter to the same person, to travel with it and not by itself; null: it does not wait.
    /// </summary>
    public Func<OutboxMail, CohortSnapshot, DateTimeOffset?> MayWaitUntil { get; init; } = (_, _) => null;

    /// <summary>It tells what somebody else did, at whatever hour that was, and can wait until quiet hours are over.</summary>
    public bool KeepsQuiet { get; init; }

    /// <summary>That somebody got it would tell what another answered in confidence: it is neither counted nor named to anybody.</summary>
    public Func<OutboxMail, bool> IsConfidential { get; init; } = _ => false;

    /// <summary>
    /// What its link opens for the coordinator: one of <see cref="Links.StaffPages"/>, and whom it is about (an id), or null.
    /// </summary>
    public Func<OutboxMail, (string Page, string? About)?> StaffPage { get; init; } = _ => null;

    /// <summary>The page of the cohort in the console that its link leads to, for whoever signs in; null: none.</summary>
    public string? ConsolePage { get; init; }

    /// <summary>Its link opens the application of whoever it goes to, who is not in the cohort yet.</summary>
    public bool OpensApplication { get; init; }

    /// <summary>Why it is no longer true when its turn to be sent comes, without personal data; null where it is true.</summary>
    public Func<EmailContext, string?> WhyNot { get; init; } = _ => null;

    /// <summary>What its text may use beside the values that every email has.</summary>
    public Func<EmailContext, Dictionary<string, object?>> Values { get; init; } = _ => [];

    /// <summary>What it puts in its reader's calendar; null: nothing. The words are front matter of its template.</summary>
    public Func<EmailContext, DiaryEntry?> Diary { get; init; } = _ => null;

    /// <summary>What it reads beside the cohort.</summary>
    public Func<OutboxMail, IReadOnlyList<Need>> Reads { get; init; } = _ => [];

    internal string? FormKey(OutboxMail mail) => FormKeyOf is null ? Form?.Key : FormKeyOf(mail);
}

/// <summary>An email whose text needs facts that nothing else stores.</summary>
/// <typeparam name="TFacts">Facts of the moment at which it was planned; no personal data.</typeparam>
public sealed record EmailDeclaration<TFacts>(string Template) : EmailDeclaration(Template)
    where TFacts : class
{
    /// <inheritdoc cref="EmailDeclaration.Values"/>
    public Func<EmailContext, TFacts, Dictionary<string, object?>> ValuesWith
    {
        init => Values = c => value(c, FactsOf(c.Mail));
    }

    /// <inheritdoc cref="EmailDeclaration.FormKeyOf"/>
    public Func<TFacts, string?> FormKeyWith
    {
        init => FormKeyOf = mail => value(FactsOf(mail));
    }

    /// <inheritdoc cref="EmailDeclaration.StaffPage"/>
    public Func<TFacts, (string Page, string? About)?> StaffPageWith
    {
        init => StaffPage = mail => value(FactsOf(mail));
    }

    /// <inheritdoc cref="EmailDeclaration.WhyNot"/>
    public Func<EmailContext, TFacts, string?> WhyNotWith
    {
        init => WhyNot = c => value(c, FactsOf(c.Mail));
    }

    /// <inheritdoc cref="EmailDeclaration.Diary"/>
    public Func<EmailContext, TFacts, DiaryEntry?> DiaryWith
    {
        init => Diary = c => value(c, FactsOf(c.Mail));
    }

    /// <exception cref="ArgumentException">The email was planned without its facts.</exception>
    public TFacts FactsOf(OutboxMail mail) =>
        mail.Facts?.Deserialize<TFacts>(FactsJson.Options)
            ?? throw new ArgumentException($"The email {mail.Id} lacks its facts.", nameof(mail));

    public OutboxMail With(OutboxMail mail, TFacts facts) =>
        mail with { Facts = JsonSerializer.SerializeToElement(facts, FactsJson.Options) };
}

internal static class FactsJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };
}
