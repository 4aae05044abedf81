using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Delivery;

/// <summary>
/// From the address that was a person's own: "the new one is mine too". Only that opens what they wrote before the coordinator moved them.
/// The link goes to no address that the coordinator chose, and is good for one move.
/// </summary>
public static class ConfirmMoveForm
{
    public static readonly FormDeclaration Declaration = new()
    {
        Key = "confirm-move",
        Page = "confirm-move",
        ClosedBecause = c => c.Person.MoveConfirmedAt is null && !IsAbout(c.Person, c.Link.AboutId) ? "closed" : null,
        Receipt = c => c.Person.MoveConfirmedAt is { } at ? new FormReceipt("receipt", at, CanChange: false) : null,
        Decide = (c, _) => Effects.Write(Effects.Change(
            c.Person, stored => IsAbout(stored, c.Link.AboutId) ? stored.ConfirmMove(c.Now) : stored)),
    };

    /// <summary>What a move is called in the link that confirms it; null where there is nothing to confirm.</summary>
    public static string? Of(Person person) => person.SealedBefore is { } at ? StepDeclaration.Stamp(at) : null;

    private static bool IsAbout(Person person, string? move) => move is not null && Of(person) == move;
}
