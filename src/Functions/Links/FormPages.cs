using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Shows a declared form: its questions with the words of its page, what was typed and, beside each question, what is wrong with it.
/// </summary>
public sealed class FormPages(PageRenderer renderer)
{
    /// <param name="address">The person's own, typed on the page before, so that the answer may take the place of another.</param>
    public ShownPage Show(
        FormDeclaration form, FormContext context,
        IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems, int status, string? address = null)
    {
        var page = Of(form, context, typed, problems);
        return new ShownPage(status, renderer.In(context.Cohort.Scheme.Language).Render(address is null ? page : page with
        {
            Fields = [new FormField(CommonPages.AddressField, "", FieldKind.Hidden) { Value = address }, .. page.Fields],
        }));
    }

    /// <summary>The page before it is rendered.</summary>
    public Page Of(
        FormDeclaration form, FormContext context, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems)
    {
        var words = renderer.In(context.Cohort.Scheme.Language).WordsOf(form.Page);
        var questions = form.Questions(context);
        var open = questions.Where(q => typed.GetValueOrDefault(q.Name, "").Trim().Length > 0 || problems.Any(p => p.Place == q.Name))
            .Select(q => q.Group).ToHashSet(StringComparer.Ordinal);
        var fields = questions.Select(q => Field(q, words, typed.GetValueOrDefault(q.Name, ""), problems) with
        {
            Group = q.Group is { } group ? words[$"group.{group}"] : null,
            IsGroupOpen = q.Group is not null && open.Contains(q.Group),
        });
        var values = PageValues.Of(form, context, words, form.Values(context));
        if (form.Preview is not null)
        {
            values["preview"] = typed.ContainsKey(TypedText.Preview) ? form.Preview(context, typed) : null;
        }

        return new Page(form.Page, words["title"], values, [.. fields], words["button"])
        {
            PreviewLabel = form.Preview is null ? "" : words["see"],
            SaveLabel = form.KeepsDrafts ? words["save"] : "",
        };
    }

    /// <summary>Questions as fields, where no declared form is behind them.</summary>
    internal static IReadOnlyList<FormField> FieldsOf(
        IReadOnlyList<FormQuestion> questions, PageWords words, IReadOnlyDictionary<string, string> typed,
            IReadOnlyList<Problem> problems) =>
        [.. questions.Select(q => Field(q, words, typed.GetValueOrDefault(q.Name, ""), problems))];

    private static FormField Field(FormQuestion question, PageWords words, string typed, IReadOnlyList<Problem> problems) =>
        question.Kind == QuestionKind.Seen ? new(question.Name, "", FieldKind.Hidden) { Value = question.Seen }
        : new(question.Name, question.Label ?? words[$"{question.Name}.label"], KindOf(question.Kind))
        {
            Required = question.IsRequired,
            MaxLength = question.MaxLength,
            Autocomplete = question.Autocomplete,
            Options = [.. question.Options.Select(o => new FieldOption(o, OptionLabel(question, o, words)))],
            Hint = question.Hint is { } hint
                ? words[$"hint.{hint}"]
                : words.Find($"{question.Name}.hint"),
            SharedWith = question.SharedWith is { } sharing ? words[$"shared_with.{sharing}"] : words.Find($"{question.Name}.shared_with"),
            Value = typed,
            Error = Errors(question, words, typed, problems),
        };

    private static string OptionLabel(FormQuestion question, string option, PageWords words) =>
        question.OptionLabels.GetValueOrDefault(option) ?? words.Find($"{question.Name}.{option}") ?? words[$"option.{option}"];

    private static string? Errors(FormQuestion question, PageWords words, string typed, IReadOnlyList<Problem> problems)
    {
        var values = new (string, object?)[] { ("most", question.MaxLength), ("has", typed.Trim().Length) };
        var errors = problems.Where(p => p.Place == question.Name)
            .Select(p => words.Find([$"{question.Name}.{p.Sentence}"], values) ?? words[$"problem.{p.Sentence}", values]);
        return string.Join(' ', errors) is { Length: > 0 } all ? all : null;
    }

    private static FieldKind KindOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Text => FieldKind.Text,
        QuestionKind.Email => FieldKind.Email,
        QuestionKind.LongText => FieldKind.LongText,
        QuestionKind.Choice => FieldKind.Choice,
        QuestionKind.Several => FieldKind.Several,
        QuestionKind.Checkbox => FieldKind.Checkbox,
        QuestionKind.Date => FieldKind.Date,
        QuestionKind.Time => FieldKind.Time,
        QuestionKind.Seen => FieldKind.Hidden,
        var other => throw new ArgumentOutOfRangeException(nameof(kind), other, "No field shows this kind of question."),
    };
}
