"""Debian's Postfix and Dovecot, started on this machine for the tests alone."""

import imaplib
import os
import pwd
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from browsers import program
from postoffice import PASSWORD, USER
from stopping import SECONDS, stop

from giaoban.mail.settings import Server

PEOPLE = ("hoa", "mai", "nam")
POSTFIX = """
compatibility_level = 3.6
config_directory = {folder}/postfix
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
myhostname = localhost
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
mydestination =
smtpd_tls_cert_file = {folder}/certificate.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth
smtpd_relay_restrictions = permit_sasl_authenticated, reject
virtual_mailbox_domains = example.vn
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = inline:{{ {mailboxes} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
"""
SERVICES = """
127.0.0.1:{starttls} inet n - n - - smtpd
    -o smtpd_tls_security_level=encrypt
127.0.0.1:{implicit} inet n - n - - smtpd
    -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
"""
DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/mail/%n
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%n
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imap}
    ssl = yes
  }}
}}
service auth {{
  unix_listener {folder}/queue/private/auth {{
    mode = 0666
  }}
}}
"""


@dataclass(frozen=True)
class MailHost:
    """Where the mail host is, and what it has in its mailboxes."""

    starttls: int
    implicit: int
    imap: int
    authority: Path
    log: Path

    def way(self, implicit: bool) -> Server:
        port = self.implicit if implicit else self.starttls
        return Server("localhost", port, implicit, USER, self.authority)

    def messages(self, person: str) -> list[bytes]:
        """Fetch all messages of a person."""
        context = ssl.create_default_context(cafile=self.authority)
        with imaplib.IMAP4_SSL(
            "localhost", self.imap, ssl_context=context, timeout=SECONDS
        ) as mailbox:
            mailbox.login(person, PASSWORD)
            mailbox.select("INBOX", readonly=True)
            numbers = mailbox.search(None, "ALL")[1][0].split()
            fetched = [mailbox.fetch(number.decode(), "(RFC822)")[1][0] for number in numbers]
        return [part[1] for part in fetched if isinstance(part, tuple)]

    def wait_for(self, person: str, number: int) -> list[bytes]:
        """Fetch a person's messages as soon as there are so many; Postfix takes a moment."""
        for _ in range(300):
            if len(found := self.messages(person)) >= number:
                return found
            time.sleep(0.1)
        pytest.fail(f"{person} has {len(found)} of {number} messages\n{self.log.read_text()}")


def _free_ports(number: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [place.getsockname()[1] for place in sockets]
    for place in sockets:
        place.close()
    return ports


@pytest.fixture(scope="session")
def mailhost(certificate: trustme.LeafCert, authority: Path) -> Iterator[MailHost]:
    """Start Postfix and Dovecot, and stop them at the end."""
    postfix = program("postfix", "/usr/sbin/postfix", package="postfix")
    dovecot = program("dovecot", "/usr/sbin/dovecot", package="dovecot-imapd")
    if os.geteuid() != 0:
        pytest.skip("Postfix is started by root only")
    # Its users must get in, and the path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="post") as name:
        folder = Path(name)
        folder.chmod(0o755)
        starttls, implicit, imap = _free_ports(3)
        _write(folder, certificate, starttls=starttls, implicit=implicit, imap=imap)
        control = [postfix, "-c", str(folder / "postfix")]
        subprocess.run([*control, "start"], check=True, capture_output=True, timeout=SECONDS)
        serving = subprocess.Popen([dovecot, "-F", "-c", str(folder / "dovecot.conf")])
        try:
            _wait_for(starttls, implicit, imap)
            log = folder / "postfix.log"
            yield MailHost(starttls, implicit, imap, authority, log)
        finally:
            stop(serving)
            subprocess.run([*control, "stop"], check=True, capture_output=True, timeout=SECONDS)


def _write(folder: Path, certificate: trustme.LeafCert, **ports: int) -> None:
    owner = pwd.getpwnam("nobody")
    mailboxes = ", ".join(f"{{ {person}@example.vn = {person}/ }}" for person in PEOPLE)
    values = {
        "folder": folder,
        "uid": owner.pw_uid,
        "gid": owner.pw_gid,
        "mailboxes": mailboxes,
        "password": PASSWORD,
        **ports,
    }
    for name in ("postfix", "queue", "data", "run", "mail"):
        (folder / name).mkdir()
    os.chown(folder / "data", pwd.getpwnam("postfix").pw_uid, -1)
    os.chown(folder / "mail", owner.pw_uid, owner.pw_gid)
    certificate.cert_chain_pems[0].write_to_path(str(folder / "certificate.pem"))
    certificate.private_key_pem.write_to_path(str(folder / "key.pem"))
    (folder / "key.pem").chmod(0o600)
    (folder / "postfix/main.cf").write_text(POSTFIX.format(**values))
    (folder / "postfix/master.cf").write_text(SERVICES.format(**values))
    (folder / "dovecot.conf").write_text(DOVECOT.format(**values))


def _wait_for(*ports: int) -> None:
    for port in ports:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), SECONDS).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.1)
        else:
            pytest.fail(f"nothing listens at port {port}")
