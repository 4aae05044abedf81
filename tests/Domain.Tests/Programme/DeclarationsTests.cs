using System.Reflection;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Tests.Programme;

public class DeclarationsTests
{
    private static readonly DeclaredProgramme Declared = MentoringProgramme.Declared;

    [Fact]
    public void Whatever_is_declared_is_part_of_the_programme()
    {
        Assert.Empty(Fields<StepDeclaration>().Except(Declared.Steps).Select(s => s.Kind));
        Assert.Empty(Fields<EmailDeclaration>().Except(Declared.Emails).Select(e => e.Template));
        Assert.Empty(Fields<FormDeclaration>().Except(Declared.Forms).Select(f => f.Key));
    }

    [Fact]
    public void No_two_kinds_of_step_have_the_same_key_or_the_same_place_among_steps_of_one_instant()
    {
        Assert.Equal(Declared.Steps.Count, Declared.Steps.Select(s => s.Kind).Distinct().Count());
        Assert.Equal(Declared.Steps.Count, Declared.Steps.Select(s => s.Order).Distinct().Count());
    }

    [Fact]
    public void A_form_that_an_email_opens_is_one_of_the_programme() =>
        Assert.Empty(Declared.Emails.Select(e => e.Form).OfType<FormDeclaration>().Except(Declared.Forms));

    [Fact]
    public void What_no_capability_declares_is_refused_by_name()
    {
        var failure = Assert.Throws<ArgumentException>(() => Declared.FormOf("shoe-size"));
        Assert.Contains("shoe-size", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<T> Fields<T>()
        where T : class =>
        typeof(MentoringProgramme).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => typeof(T).IsAssignableFrom(f.FieldType) && !f.Name.StartsWith('<'))
            .Select(f => (T)f.GetValue(null)!);
}
