using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Staff;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>What one person asked for and waits for a second, as pages show it.</summary>
internal static class FirstOfTwoValues
{
    public static Dictionary<string, object?>? Of(FirstOfTwo? first, Visit visit) => first is null ? null : TemplateValues.Of(
        ("by", first.By),
        ("mine", first.IsBy(visit.Session.Email)),
        ("at", visit.When(first.At)),
        ("until", visit.When(first.At + FirstOfTwo.Life)));
}
