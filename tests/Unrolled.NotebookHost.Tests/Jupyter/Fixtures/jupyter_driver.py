"""Drives a kernel with Jupyter's own client: one JSON line tells what to do, one says what came of it."""

import json
import os
import signal
import sys
import time
from queue import Empty

import psutil
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

TIMEOUT = 120


class Driver:
    def __init__(self):
        self.manager = None
        self.clients = []

    def start(self, kernel, folder, clients=1):
        self.manager = KernelManager(kernel_name=kernel)
        self.manager.start_kernel(cwd=folder)
        self.clients = [self._connect() for _ in range(clients)]
        return {"process": self._process().pid}

    def send(self, type, content, client=0):
        kernel = self.clients[client]
        message = kernel.session.msg(type, content)
        kernel.shell_channel.send(message)
        return {"id": message["header"]["msg_id"]}

    def receive(self, id, client=0, typed=()):
        """The reply to a message, and everything published for it until the kernel is idle again."""
        kernel, typed, published, reply, idle = self.clients[client], list(typed), [], None, False
        end = time.monotonic() + TIMEOUT
        while not (reply and idle):
            if time.monotonic() > end:
                raise TimeoutError(f"no end after {TIMEOUT} s: {published}")
            for message in self._messages(kernel.get_iopub_msg):
                if message["parent_header"].get("msg_id") != id:
                    continue
                if message["msg_type"] == "status":
                    idle = message["content"]["execution_state"] == "idle"
                else:
                    published.append({"type": message["msg_type"], "content": message["content"], "time": time.monotonic()})
            for message in self._messages(kernel.get_stdin_msg):
                kernel.input(typed.pop(0))
            for message in self._messages(kernel.get_shell_msg):
                if message["parent_header"].get("msg_id") == id:
                    reply = {"type": message["msg_type"], "content": message["content"], "time": time.monotonic()}
        return {"reply": reply, "published": published}

    def published(self, type, client=0):
        """Waits until something of this type is published, for whatever message."""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            message = self.clients[client].get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == type:
                return {"content": message["content"]}
        raise TimeoutError(f"no {type}")

    def asked_for_input(self, client=0):
        self.clients[client].get_stdin_msg(timeout=TIMEOUT)
        return {}

    def interrupt(self):
        self.manager.interrupt_kernel()
        return {}

    def signal_group(self):
        os.killpg(os.getpgid(self._process().pid), signal.SIGINT)
        return {}

    def restart(self):
        for client in self.clients:
            client.stop_channels()
        self.manager.restart_kernel()
        self.clients = [self._connect() for _ in self.clients]
        return {}

    def processes(self):
        kernel = self._process()
        return {"ids": [process.pid for process in [kernel, *kernel.children(recursive=True)]]}

    def privacy(self):
        """What of the kernel others could reach: listening sockets, the connection file, the key."""
        kernel = self._process()
        listening = [
            {"process": process.pid, "address": connection.laddr.ip}
            for process in [kernel, *kernel.children(recursive=True)]
            for connection in process.connections()
            if connection.status == psutil.CONN_LISTEN
        ]
        session = self.clients[0].session
        return {
            "kernel": kernel.pid,
            "listening": listening,
            "connection_file_mode": os.stat(self.manager.connection_file).st_mode & 0o777,
            "signature_scheme": session.signature_scheme,
            "key_length": len(session.key),
        }

    def forge(self, code):
        """Sends a cell that is signed with another key."""
        forger = BlockingKernelClient(connection_file=self.manager.connection_file)
        forger.load_connection_file()
        forger.session.key = b"guessed"
        forger.start_channels(iopub=False, stdin=False, hb=False, control=False)
        forger.execute(code)
        time.sleep(0.5)
        forger.stop_channels()
        return {}

    def kill(self):
        self._process().kill()
        return {}

    def shut_down(self):
        if self.manager:
            self.manager.shutdown_kernel()
        return {}

    def _process(self):
        return psutil.Process(self.manager.provisioner.pid)

    def _connect(self):
        # Each a session of its own, as two front ends are; two from the manager would share one.
        client = BlockingKernelClient(parent=self.manager, connection_file=self.manager.connection_file)
        client.load_connection_file()
        client.start_channels()
        client.wait_for_ready(timeout=TIMEOUT)
        # What is published before the subscription has reached the kernel is lost.
        while not any(True for _ in self._messages(client.get_iopub_msg)):
            client.kernel_info()
        while any([*self._messages(client.get_iopub_msg), *self._messages(client.get_shell_msg)]):
            pass
        return client

    @staticmethod
    def _messages(receive):
        try:
            while True:
                yield receive(timeout=0.05)
        except Empty:
            pass


driver = Driver()
for line in sys.stdin:
    command = json.loads(line)
    try:
        answer = getattr(driver, command.pop("do"))(**command)
    except Exception as error:
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)
driver.shut_down()
