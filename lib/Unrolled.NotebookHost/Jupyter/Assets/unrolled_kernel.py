"""Jupyter's side of the Unrolled C# kernel.

All C# is in the host, a .NET program beside this file. This side starts it, hands it Jupyter's requests as
JSON lines, and publishes what it answers.
"""

import _thread
import json
import os
import queue
import signal
import subprocess
import threading
from pathlib import Path

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel
from ipykernel.jsonutil import json_clean

HOST = Path(__file__).resolve().parent / "host" / "Unrolled.NotebookHost.dll"
END_GRACE_SECONDS = 2


class Host:
    """The .NET process, and the lines that go to it and come from it."""

    def __init__(self):
        self._outgoing = queue.SimpleQueue()
        options = {}
        if os.name == "nt":
            options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP
        else:
            # Jupyter interrupts by a signal to the kernel's whole process group; the host is told by a message.
            options["start_new_session"] = True
        self._process = subprocess.Popen(
            [self._dotnet(), str(HOST), "jupyter", "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options
        )
        threading.Thread(target=self._write, daemon=True).start()

    @staticmethod
    def _dotnet():
        name = "dotnet.exe" if os.name == "nt" else "dotnet"
        installed = Path(os.environ.get("DOTNET_ROOT", "")) / name
        return str(installed) if installed.is_file() else name

    def send(self, kind, **content):
        """Never waits, so that a signal handler may call it."""
        self._outgoing.put({"type": kind, **content})

    def receive(self):
        """The next message; None when the host has ended."""
        line = self._process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    def end(self):
        self._outgoing.put(None)
        try:
            self._process.wait(END_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        return self._process.returncode

    def _write(self):
        pipe = self._process.stdin
        try:
            while (message := self._outgoing.get()) is not None:
                pipe.write(json.dumps(message).encode() + b"\n")
                pipe.flush()
            pipe.close()
        except OSError:
            pass  # The host has ended, which the caller that waits for its answer learns.


class UnrolledKernel(Kernel):
    """A kernel whose answers all come from the host."""

    implementation = "unrolled"
    implementation_version = ""
    banner = "C# (Unrolled)"
    language_info = {"name": "C#", "mimetype": "text/x-csharp", "file_extension": ".cs", "pygments_lexer": "csharp"}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.shell_handlers.update(comm_open=self._refuse_comm, comm_msg=self._ignore, comm_close=self._ignore)
        self._is_typing = False
        self._host = None
        self._start_host()

    def do_execute(self, code, silent, store_history=True, user_expressions=None, allow_stdin=False, *, cell_id=None):
        self._allow_stdin = allow_stdin
        return self._ask(
            "execute",
            code=code,
            silent=silent,
            store_history=store_history,
            user_expressions=user_expressions or {},
            allow_stdin=allow_stdin,
            execution_count=self.execution_count,
        )

    def do_complete(self, code, cursor_pos):
        return self._ask("complete", code=code, cursor_pos=cursor_pos)

    def do_inspect(self, code, cursor_pos, detail_level=0, omit_sections=()):
        return self._ask("inspect", code=code, cursor_pos=cursor_pos, detail_level=detail_level)

    def do_is_complete(self, code):
        return self._ask("is_complete", code=code)

    def do_history(self, **query):
        return self._ask("history", **query)

    def do_shutdown(self, restart):
        if self._host:
            self._host.end()
        return {"status": "ok", "restart": restart}

    def pre_handler_hook(self):
        # Only the main thread can listen to signals.
        if threading.current_thread() is threading.main_thread():
            self.saved_sigint_handler = signal.signal(signal.SIGINT, self._on_signal)

    def post_handler_hook(self):
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self.saved_sigint_handler)

    def _on_signal(self, *_):
        # It must not raise in the middle of a message, but a read that waits for the user stops waiting.
        self._interrupt_host()
        if self._is_typing:
            raise KeyboardInterrupt

    def _send_interrupt_children(self):
        # What ipykernel calls when the interrupt comes as a message, which works on Windows too.
        if self._is_typing:
            _thread.interrupt_main()
        else:
            self._interrupt_host()

    _send_interupt_children = _send_interrupt_children  # Its name before ipykernel 6.21.3.

    def _interrupt_host(self):
        if self._host:
            self._host.send("interrupt")

    def _ask(self, kind, **content):
        if not self._host and not self._start_host():
            return self._failed(kind, content)
        self._host.send(kind, **json_clean(content))
        while message := self._host.receive():
            if message["type"] == "reply":
                return message["content"]
            if message["type"] == "input_request":
                self._host.send("input_reply", value=self._read_line(message["content"]["prompt"]))
            else:
                self.send_response(self.iopub_socket, message["type"], message["content"])
        self._failure = f"The kernel's .NET host ended unexpectedly with exit code {self._host.end()}; the next cell starts it again."
        self._host = None
        return self._failed(kind, content)

    def _failed(self, kind, content):
        error = {"ename": "KernelError", "evalue": self._failure, "traceback": [f"KernelError: {self._failure}"]}
        if kind == "execute" and not content["silent"]:
            self.send_response(self.iopub_socket, "error", error)
        return {"status": "error", "execution_count": self.execution_count, **error}

    def _start_host(self):
        try:
            self._host = Host()
            info = self._host.receive()
            if info:
                self._take(info["content"])
                return True
            self._failure = f"The kernel's .NET host {HOST} does not start: it ended with exit code {self._host.end()}."
        except OSError as error:
            self._failure = f"The kernel's .NET host does not start: {error}. Is .NET 10 installed?"
        self._host = None
        return False

    def _take(self, info):
        self.implementation_version = info["implementation_version"]
        self.banner = info["banner"]
        self.language_info = info["language_info"]
        self.help_links = info["help_links"]

    def _read_line(self, prompt):
        self._is_typing = True
        try:
            return self.raw_input(prompt)
        except (EOFError, KeyboardInterrupt):
            return None
        finally:
            self._is_typing = False

    def _refuse_comm(self, stream, ident, parent):
        # There are no widgets here; a front end that opens one is told so, as the protocol wants.
        self.send_response(self.iopub_socket, "comm_close", {"comm_id": parent["content"]["comm_id"], "data": {}})

    def _ignore(self, stream, ident, parent):
        pass


if __name__ == "__main__":
    IPKernelApp.launch_instance(kernel_class=UnrolledKernel)
