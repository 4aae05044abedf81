namespace ReverseMentoring.Domain.Pairing;
public static class ProposalMaker { public static Proposal Make(Timeline.CohortSnapshot c, int v, DateTimeOffset n) => throw new NotSupportedException(); }
