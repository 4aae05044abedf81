using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Safeguarding;

/// <summary>What a safeguarding lead enters into the register of exceptional circumstances (J30).</summary>
public sealed record ExceptionRequest(string What, string To, string Why, bool IsTold, string WhyNotTold)
{
    private static readonly Dictionary<string, bool> Tells = new(StringComparer.Ordinal) { ["yes"] = true, ["no"] = false };

    public static Outcome<ExceptionRequest> Read(FieldReader fields)
    {
        var read = new ExceptionRequest(
            fields.Text("what", 1000), fields.Text("to", 300), fields.Text("why", 1000),
            fields.OneOf("told", Tells, true), fields.Text("whyNotTold", 1000, required: false));
        if (!read.IsTold && read.WhyNotTold.Length == 0)
        {
            fields.Fail("whyNotTold", "is empty: say why it would not be safe to tell them", "");
        }

        return fields.Done(read);
    }

    public ConfidenceException By(string email, DateTimeOffset at) => new(What, To, Why, IsTold ? "" : WhyNotTold, email, at);
}
