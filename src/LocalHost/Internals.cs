using System.Runtime.CompilerServices;

// The schedule's arithmetic is tested by itself.
[assembly: InternalsVisibleTo("ReverseMentoring.LocalHost.Tests")]

// Who counts as being on this machine is tested by itself, and so are the dates of the cohort to try.
[assembly: InternalsVisibleTo("ReverseMentoring.Functions.Tests")]
