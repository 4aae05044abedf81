using System.Net;
using ReverseMentoring.Rehearsal.Record;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Rehearsal.People;

/// <summary>Somebody who opens a link from an email, fills in the form and presses the button.</summary>
public sealed class Visitor(RehearsalStage stage, Recorder recorder, string pagesFolder)
{
    private const string Look = "look.css";

    private int _pages;

    /// <summary>The style sheet, so that the pages that are kept look the same when opened from their folder.</summary>
    public async Task KeepLookAsync(CancellationToken cancellation) => await File.WriteAllTextAsync(
        Path.Combine(pagesFolder, Look), await stage.Browser.GetStringAsync($"assets/{Look}", cancellation), cancellation);

    /// <param name="form">What is behind the link, for the record.</param>
    public async Task AnswerAsync(string link, string form, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        await AnswerAtAsync(RehearsalStage.PathOf(link), form, answers, cancellation);
    }

    /// <summary>Goes to "Your mentoring" behind a link, and on by a link there to a form.</summary>
    /// <param name="words">With which that link begins.</param>
    public async Task AnswerFromMineAsync(
        string link, string email, string words, string form, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        using var address = new FormUrlEncodedContent([KeyValuePair.Create("address", email)]);
        using var shown = await stage.Browser.PostAsync(RehearsalStage.PathOf(link) + "?mine=yes", address, cancellation);
        var mine = await KeepAsync(shown, "mine", "page", cancellation);
        if (mine.LinkOf(words) is not { } further)
        {
            recorder.Problem($"On the page of {form} there was no link '{words}'; it said '{mine.Heading}'.");
            return;
        }

        await AnswerAsync(further, form, answers, cancellation);
    }

    /// <param name="path">Of a page that anybody may open.</param>
    public async Task AnswerAtAsync(
        string path, string form, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        using var shown = await stage.Browser.GetAsync(path, cancellation);
        var page = await KeepAsync(shown, form, "form", cancellation);
        if (!page.HasForm)
        {
            recorder.Problem($"The page for {form} had no form to fill in; it said '{page.Heading}'.");
            return;
        }

        using var filled = page.Fill(answers);
        using var answered = await stage.Browser.PostAsync(path, filled, cancellation);
        // What the answer set off comes first in the record; else which of the two comes first is chance.
        await stage.WhenIdleAsync(cancellation);
        using var came = answered.StatusCode == HttpStatusCode.SeeOther
            ? await stage.Browser.GetAsync(answered.Headers.Location, cancellation)
            : null;
        var receipt = await KeepAsync(came ?? answered, form, "receipt", cancellation);
        if ((came ?? answered).StatusCode != HttpStatusCode.OK)
        {
            recorder.Problem(
                $"The answer to {form} was not taken ({(int)(came ?? answered).StatusCode}): {string.Join(" ", receipt.Errors)}");
        }
    }

    private async Task<WebForm> KeepAsync(HttpResponseMessage response, string form, string what, CancellationToken cancellation)
    {
        var html = await response.Content.ReadAsStringAsync(cancellation);
        var name = $"{++_pages:00000}-{form}-{what}.html";
        await File.WriteAllTextAsync(
            Path.Combine(pagesFolder, name), html.Replace($"/assets/{Look}", Look, StringComparison.Ordinal), cancellation);
        recorder.Page(name, form, (int)response.StatusCode);
        return new WebForm(html);
    }
}
