using SocketSetup.Analyzers;
using SocketSetup.Analyzers.CodeFixes;
using SocketSetup.Robustness.Running;

return Command.Run(args, Console.Out, [new SocketSetupAnalyzer(), new ListenerStartAnalyzer()], new SocketSetupCodeFixProvider());
