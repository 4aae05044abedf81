using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Mail;

/// <summary>Turns a template and its values into an email.</summary>
public interface IRenderEmails
{
    /// <param name="template">The template's name: the file name under templates/LANGUAGE/emails without its ending.</param>
    /// <param name="model">Values by snake_case name: strings, numbers, booleans, <see cref="Link"/>s, null, lists and dictionaries of
    /// these.</param>
    /// <param name="language">One of templates/; a template that it lacks is taken from en-GB.</param>
    /// <exception cref="ArgumentException">There is no such template, or it uses a value that the model lacks.</exception>
    RenderedEmail Render(string template, IReadOnlyDictionary<string, object?> model, string language = Language.Default) =>
        Render([new EmailPart(template, model)], language);

    /// <summary>One email of several parts: the first gives it its subject and its footer, and the others stand below it.</summary>
    /// <inheritdoc cref="Render(string, IReadOnlyDictionary{string, object}, string)"/>
    RenderedEmail Render(IReadOnlyList<EmailPart> parts, string language = Language.Default);
}

/// <param name="Template">The template's name.</param>
/// <param name="Model">Values by snake_case name.</param>
public sealed record EmailPart(string Template, IReadOnlyDictionary<string, object?> Model);
