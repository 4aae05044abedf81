using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>A posted reflection: acknowledged or declined; writing is optional, and whoever writes says for whom.</summary>
public sealed record ReflectionForm(bool Declined, string Text, Readers Readers)
{
    public const string ChoiceField = "choice";
    public const string TextField = "text";
    public const string ReadersField = "readers";
    public const string Acknowledge = "acknowledge";
    public const string Decline = "decline";
    public const string OnlyMe = "only-me";
    public const string MyPartner = "my-partner";
    public const int TextLength = 8000;

    public static Read<ReflectionForm> Read(IReadOnlyDictionary<string, string> posted)
    {
        var problems = new List<Problem>();
        var choice = posted.GetValueOrDefault(ChoiceField, "");
        var text = posted.GetValueOrDefault(TextField, "").Trim();
        var readers = posted.GetValueOrDefault(ReadersField, "");
        if (choice is not (Acknowledge or Decline))
        {
            problems.Add(new Problem(ChoiceField, "Please choose one of the two. Either is fine."));
        }

        if (text.Length > TextLength)
        {
            problems.Add(new Problem(TextField, $"Please shorten this to {TextLength} characters; it has {text.Length}."));
        }

        if (choice == Decline && text.Length > 0)
        {
            problems.Add(new Problem(ChoiceField, "You wrote something and also chose not to reflect this time. Please choose which you mean; what you wrote is still below."));
        }

        if (readers is not (OnlyMe or MyPartner) && (text.Length > 0 || readers.Length > 0))
        {
            problems.Add(new Problem(ReadersField, "Please choose who may read what you wrote."));
        }

        return new Read<ReflectionForm>(
            new ReflectionForm(choice == Decline, text, readers == MyPartner ? Readers.MyPartner : Readers.OnlyMe), problems);
    }
}
