using System.Runtime.CompilerServices;

// Timer schedules and the command line are tested by themselves.
[assembly: InternalsVisibleTo("ReverseMentoring.LocalHost.Tests")]
