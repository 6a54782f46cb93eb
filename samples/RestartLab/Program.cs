using RestartLab;
using RestartLab.Server;

return args is [ServerRole.Argument, .. string[] role] ? await ServerRole.RunAsync(role) : await Laboratory.RunAsync(args);
