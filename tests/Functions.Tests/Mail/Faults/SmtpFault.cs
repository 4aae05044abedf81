namespace ReverseMentoring.Functions.Tests.Mail.Faults;

/// <summary>What a mail server does wrong for a while.</summary>
internal enum SmtpFault
{
    SilentAtConnect,
    SilentAfterEhlo,

    /// <summary>It has taken the message by then, and says nothing.</summary>
    SilentAfterMessage,

    /// <summary>421 in place of a greeting.</summary>
    BusyAtConnect,

    /// <summary>450 when the message is there.</summary>
    PutsOffMessage,
    HangsUpInMessage,

    /// <summary>It has taken the message by then.</summary>
    HangsUpAfterMessage,
    SpeaksOneByteASecond,
    TakesOneByteASecond,
}

internal static class SmtpFaults
{
    /// <summary>Whether the sender can't know that the server has the message, and so has to send it again.</summary>
    public static bool HidesThatItTook(this SmtpFault fault) => fault is SmtpFault.SilentAfterMessage or SmtpFault.HangsUpAfterMessage;
}
