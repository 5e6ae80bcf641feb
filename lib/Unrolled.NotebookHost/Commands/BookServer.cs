using System.Net;

namespace Unrolled.NotebookHost.Commands;

/// <summary>
/// Gives a published book to browsers of this machine. It listens on the loopback address alone, answers only to that
/// name, and gives nothing but the files of the book's folder.
/// </summary>
/// <param name="folder">The book's folder.</param>
internal sealed class BookServer(string folder)
{
    private const string FirstPage = "index.html";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".ipynb"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".jpg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="port">The port.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="HttpListenerException">The port is in use.</exception>
    public async Task RunAsync(int port, CancellationToken stop)
    {
        using HttpListener listener = new();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        using CancellationTokenRegistration ending = stop.Register(listener.Stop);
        while (!stop.IsCancellationRequested)
        {
            HttpListenerContext asked;
            try
            {
                asked = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = AnswerAsync(asked);
        }
    }

    private async Task AnswerAsync(HttpListenerContext asked)
    {
        using HttpListenerResponse answer = asked.Response;
        try
        {
            string? path = asked.Request.HttpMethod is "GET" or "HEAD" ? FileAt(asked.Request.Url!.AbsolutePath) : null;
            if (path is null)
            {
                answer.StatusCode = (int)HttpStatusCode.NotFound;
                return;
            }
            byte[] content = await File.ReadAllBytesAsync(path);
            answer.ContentType = Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
            answer.ContentLength64 = content.Length;
            answer.Headers["X-Content-Type-Options"] = "nosniff";
            answer.Headers["Cache-Control"] = "no-cache";
            if (asked.Request.HttpMethod == "GET")
                await answer.OutputStream.WriteAsync(content);
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException)
        {
            // The browser has left.
        }
    }

    // Null for what is no file of the book: outside of its folder, or hidden.
    private string? FileAt(string address)
    {
        string relative = Uri.UnescapeDataString(address).TrimStart('/');
        if (relative.Contains('\0') || relative.Split('/').Any(part => part.StartsWith('.')))
            return null;
        string path = Path.GetFullPath(Path.Combine(root, relative));
        if (!$"{path}{Path.DirectorySeparatorChar}".StartsWith(
            root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        return Directory.Exists(path) ? Existing(Path.Combine(path, FirstPage)) : Existing(path);
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
