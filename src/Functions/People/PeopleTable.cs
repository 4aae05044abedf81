using ReverseMentoring.Domain.Enrolment;

namespace ReverseMentoring.Functions.People;

/// <summary>Rows of people as they were sent.</summary>
/// <param name="File">How a table was read; null for a JSON list.</param>
public sealed record PeopleTable(IReadOnlyList<PersonRow> Rows, ReadFile? File);

/// <summary>How a table was read, so that nothing is taken, or left out, in silence.</summary>
/// <param name="Encoding">Of its letters.</param>
/// <param name="Columns">Each heading with the column it was read as.</param>
/// <param name="LeftOut">Headings that a form's export adds by itself and that were not read.</param>
public sealed record ReadFile(string Encoding, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> LeftOut);
