using System.Runtime.CompilerServices;

// The schedule's arithmetic is tested by itself.
[assembly: InternalsVisibleTo("ReverseMentoring.LocalHost.Tests")]
