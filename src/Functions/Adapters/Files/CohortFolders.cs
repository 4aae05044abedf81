namespace ReverseMentoring.Functions.Adapters.Files;

internal static class CohortFolders
{
    /// <summary>
    /// The last line of defence: whatever the caller checked, nothing but a plain id becomes part of a path or a blob's name.
    /// </summary>
    /// <exception cref="ArgumentException">This is not a cohort's id.</exception>
    public static string Checked(string cohortId) =>
        cohortId.Length is > 0 and <= 40 && cohortId.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? cohortId
            : throw new ArgumentException("This is not the id of a cohort.", nameof(cohortId));
}
