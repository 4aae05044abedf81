// Loaded before a server (node -r): ends it when whoever started it is gone, killed or not, and its end of the pipe with it.
process.stdin.on("end", () => process.exit()).resume();
