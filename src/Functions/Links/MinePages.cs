using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Agreements;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mine;
using ReverseMentoring.Domain.Observations;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

/// <summary>"Your mentoring" behind every link, for whoever types the person's own address.</summary>
public sealed class MinePages(
    PageRenderer renderer, LinkContexts contexts, CommonPages common, FreshLinks freshLinks, LinkMinter links, Callers callers)
{
    private const string PageName = "mine";

    /// <summary>The button that has the most pressing link sent once more.</summary>
    private const string Again = "again";

    public ShownPage Ask(FormContext context) => common.ConfirmAddress(context, What(context));

    /// <param name="caller">As <see cref="Callers"/> call them.</param>
    public async Task<ShownPage> AnswerAsync(
        string token, string caller, FormContext context, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var address = posted.GetValueOrDefault(CommonPages.AddressField, "");
        if (!callers.MayGuess(context.Link.Id))
        {
            return common.ConfirmAddress(context, What(context), address, "later");
        }

        if (!context.Person.IsAt(address))
        {
            callers.GuessedWrong(context.Link.Id);
            return common.ConfirmAddress(context, What(context), address, "wrong");
        }

        if (posted.ContainsKey(Again))
        {
            var asked = new Dictionary<string, string>(StringComparer.Ordinal) { [CommonPages.AddressField] = address };
            return await freshLinks.AnswerAsync(token, caller, asked, cancellation);
        }

        var read = await contexts.ReadAsync(context, MyMentoring.Reading.Reads(context), cancellation);
        var values = MyMentoring.Reading.Values(read);
        foreach (var partner in ((IEnumerable<Dictionary<string, object?>>)values["partners"]!).Where(p => p["is_running"] is true))
        {
            var pair = read.Cohort.Pairs.First(p => p.Id == (string)partner["pair"]!);
            partner["agreement_link"] = await MintAsync(AgreementForm.Declaration);
            if (read.Cohort.Scheme.Observation is not null)
            {
                partner["observations_link"] = await MintAsync(ObservationForms.Read);
                partner["observation_link"] = ObservationForms.MayObserve(read, pair) ? await MintAsync(ObservationForms.Write) : null;
            }

            Task<Domain.Mail.Link> MintAsync(FormDeclaration form) => links.MintAsync(To(form, read, pair.Id), cancellation);
        }

        return Show(read, values, address);
    }

    /// <summary>From here the two come to what only they share: whoever sees this page typed their own address.</summary>
    private static LinkGrant To(FormDeclaration form, FormContext context, string pairId) => new()
    {
        CohortId = context.Link.CohortId,
        Id = "",
        PersonId = context.Person.Id,
        Purpose = form.Key,
        PairId = pairId,
        Expires = context.Now + LifeOfLink,
    };

    /// <summary>Long enough to write it; the emails about it bring links of their own.</summary>
    private static readonly TimeSpan LifeOfLink = TimeSpan.FromDays(2);

    /// <param name="address">As it was typed: the button that asks for a link again sends it along.</param>
    private ShownPage Show(FormContext context, Dictionary<string, object?> own, string address)
    {
        var pages = renderer.In(context.Cohort.Scheme.Language);
        var words = pages.WordsOf(PageName);
        var form = LinkContexts.FormOf(context.Link);
        var asked = MyMentoring.ToDo(MentoringProgramme.Declared, context).ToList();
        var elsewhere = asked.Exists(a => !a.IsHere);
        var values = PageValues.Of(form, context, pages.WordsOf(form.Page), own);
        values["elsewhere"] = elsewhere;
        values["asked"] = asked.Select(a => Of(
            ("what", pages.WordsOf(a.Form.Page)["asked_for"]),
            ("number", a.Number == 0 ? null : a.Number),
            ("closes", a.Closes is { } closes ? context.When(closes) : null),
            ("here", a.IsHere))).ToList();
        values["mine_link"] = null;
        FormField[] again =
        [
            new(CommonPages.AddressField, "", FieldKind.Hidden) { Value = address },
            new(Again, "", FieldKind.Hidden) { Value = "yes" },
        ];
        return new ShownPage(200, pages.Render(
            new Page(PageName, words["title"], values, elsewhere ? again : [], elsewhere ? words["button"] : "")));
    }

    private string What(FormContext context) => renderer.In(context.Cohort.Scheme.Language).WordsOf(PageName)["what"];
}
