namespace ReverseMentoring.Functions.Rendering;

/// <summary>An email's HTML part before it is dressed: what Markdown made of its body and its footer, and what the frame says.</summary>
/// <param name="Heading">What it is about, as plain text.</param>
/// <param name="Preheader">What inboxes show beside the subject, as HTML text without markup; empty: the body tells.</param>
/// <param name="Scheme">In the letterhead, as typed.</param>
/// <param name="Cohort">Below it, as typed.</param>
internal sealed record EmailLetter(
    string Language, string Subject, string Heading, string Preheader, string Scheme, string Cohort, string Body, string Footer);
