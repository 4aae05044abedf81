using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.People;

/// <summary>A coordinator's correction of somebody's email address.</summary>
/// <param name="Email">One plain address.</param>
/// <param name="Reason">Kept with the cohort; without the address.</param>
public sealed record AddressCorrection(string Email, string Reason)
{
    public static Outcome<AddressCorrection> Read(FieldReader fields)
    {
        var correction = new AddressCorrection(fields.Text("email", 254), fields.Text("reason", 500));
        if (correction.Email.Length > 0 && EmailAddress.Parse(correction.Email) is null)
        {
            fields.Fail("email", "is not one plain email address", "");
        }

        return fields.Done(correction);
    }

    /// <summary>The person at the new address; the same where it is theirs already and is written to.</summary>
    public Person Of(Person person, DateTimeOffset now) =>
        person.Email == Email && person.SuppressedAt is null
            ? person
            : person with
            {
                Email = Email,
                AddressSince = now,
                SuppressedAt = null,
                SealedBefore = person.IsAt(Email) ? person.SealedBefore : person.ProvenAddress == AddressClaim.IdOf(Email) ? null : now,
                ProvenAddress = person.SealedBefore is null ? AddressClaim.IdOf(person.Email) : person.ProvenAddress,
                MoveConfirmedAt = person.IsAt(Email) ? person.MoveConfirmedAt : null,
            };
}
