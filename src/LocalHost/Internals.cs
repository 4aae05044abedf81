using System.Runtime.CompilerServices;

// Timer schedules and the command line are tested by themselves.
[assembly: InternalsVisibleTo("ReverseMentoring.LocalHost.Tests")]

// Production's durable back end runs the same functions beside this host.
[assembly: InternalsVisibleTo("ReverseMentoring.DurableBackend.Tests")]

// What it finds in the app is compared with what the Functions host is told.
[assembly: InternalsVisibleTo("ReverseMentoring.Infra.Tests")]

// Who counts as being on this machine is tested by itself, and so are the dates of the cohort to try.
[assembly: InternalsVisibleTo("ReverseMentoring.Functions.Tests")]
