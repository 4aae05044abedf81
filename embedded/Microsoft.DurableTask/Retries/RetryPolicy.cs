namespace Microsoft.DurableTask;

/// <summary>Try a failed task again, waiting longer each time.</summary>
public class RetryPolicy
{
    /// <summary>A policy of so many attempts in all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Fewer than one attempt, an interval of zero or less, a coefficient below 1, or a limit below the first interval.
    /// </exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumberOfAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        ThrowIfBelowFirst(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfBelowFirst(retryTimeout, firstRetryInterval, nameof(retryTimeout));
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>Attempts in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    /// <summary>Each wait is the one before times this.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>No wait is longer; one hour unless set.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No retry starts later than this after the first attempt; infinite unless set.</summary>
    public TimeSpan RetryTimeout { get; }

    private static void ThrowIfBelowFirst(TimeSpan? value, TimeSpan first, string name)
    {
        if (value < first && value != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, value, "It must not be shorter than the first retry interval.");
    }
}
