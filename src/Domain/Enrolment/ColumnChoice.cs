namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What the sender of a people's file says about its columns, before anything is guessed.</summary>
/// <param name="Columns">Column of the scheme to the heading it has in the file.</param>
/// <param name="LeaveOut">Headings not to be read; <see cref="EveryUnknown"/> for all that are none of the scheme's.</param>
public sealed record ColumnChoice(IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> LeaveOut)
{
    public const string EveryUnknown = "*";

    public static readonly ColumnChoice None = new(new Dictionary<string, string>(StringComparer.Ordinal), []);

    public bool IsNone => Columns.Count == 0 && LeaveOut.Count == 0;
}
