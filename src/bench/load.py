#!/usr/bin/env python3
"""Loads Heliograph and, in turn, an nginx that has the same responses in its cache, and compares the two.

    mvn -q -DskipTests package && src/bench/load.py [workload ...]

Needs java, nginx, wrk and ss (Debian: nginx-light wrk iproute2). All traffic stays on loopback; everything written
is in a temporary folder. The site is made up here: a feed of 50 full articles (about 150 kB, 50 kB with gzip), 1,000
section feeds, a film of 5 MB.

Both servers run A B A B ... after a warm-up. `ratio` is Heliograph's requests per second over nginx's, the median of
the rounds; `cpu` is nginx's CPU time per request over Heliograph's. Above 1, Heliograph is the better one. Look at the
CPU column first: on a busy machine it is the steadier of the two.
"""

import argparse
import getpass
import json
import os
import pathlib
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE.parent.parent / "target" / "heliograph.jar"
FILM = "the film of the first article"
GZIP = {"Accept-Encoding": "gzip"}
# name: path, request fields, connections, status that must come back
WORKLOADS = {
    "304": ("/feed.rss", GZIP, 64, 304),
    "gzip": ("/feed.rss", GZIP, 64, 200),
    "identity": ("/feed.rss", {}, 64, 200),
    "zipf": ("/sections/s1/feed.rss", GZIP, 64, 200),
    "close": ("/feed.rss", GZIP | {"Connection": "close"}, 64, 200),
    "media": (FILM, {}, 8, 200),
    "range": (FILM, {"Range": "bytes=1000000-1262143"}, 32, 206),
}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def write_site(folder):
    """Writes the articles and the film of the site."""
    dice = random.Random(7)
    syllables = ["ba", "re", "ti", "lo", "mun", "ster", "ver", "an", "dor", "il", "qua", "sen", "pel", "thor", "ing"]
    words = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(4000)]
    weights = [1 / (n + 1) for n in range(len(words))]

    def text(length):
        return " ".join(dice.choices(words, weights, k=length))

    def article(name, section, day, length):
        body = "\n\n".join(text(60) for _ in range(length // 60))
        (folder / f"{name}.md").write_text(
            f"---\ntitle: {text(6)}\ndate: {day}\nsection: {section}\nsummary: {text(20)}\n---\n{body}\n"
        )

    for n in range(50):
        article(f"long-{n}", "news", f"2026-03-{n % 28 + 1:02}T12:00:{n:02}Z", 420)
    for n in range(1, 1001):
        for k in range(3):
            article(f"short-{n}-{k}", f"s{n}", f"2025-01-{n % 28 + 1:02}T08:00:{k:02}Z", 120)
    (folder / "film.mp4").write_bytes(dice.randbytes(5 << 20))
    (folder / "film.md").write_text(
        "---\ntitle: A film\ndate: 2026-04-01T12:00:00Z\nsection: news\nmedia: film.mp4\n---\nA film.\n"
    )


def wait_for(process, url, host, log):
    """Waits until a server answers 200."""
    for _ in range(600):
        try:
            if ask(url, {}, host)[0] == 200:
                return
        except OSError:
            pass
        if process.poll() is not None:
            break
        time.sleep(0.1)
    sys.exit(f"{process.args[0]} did not start:\n{pathlib.Path(log.name).read_text()}")


def nginx_conf(folder, port, upstream):
    return f"""
daemon off; user {getpass.getuser()}; worker_processes 2; worker_rlimit_nofile 20000; pid {folder}/nginx.pid; error_log {folder}/nginx.err;
events {{ worker_connections 8192; }}
http {{
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000; server_tokens off;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  open_file_cache max=10000 inactive=300s; open_file_cache_valid 60s;
  proxy_cache_path {folder}/cache levels=1:2 keys_zone=z:20m max_size=2g inactive=60m use_temp_path=off;
  upstream heliograph {{ server 127.0.0.1:{upstream}; keepalive 16; }}
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location / {{
      proxy_pass http://heliograph; proxy_http_version 1.1; proxy_set_header Connection '';
      proxy_set_header Host $http_host; proxy_cache z; proxy_cache_valid 200 60m; proxy_cache_lock on;
      proxy_ignore_headers Cache-Control Expires;
      proxy_cache_key $scheme$http_host$request_uri;
    }}
  }}
}}
"""


def processes(port):
    found = subprocess.run(["ss", "-Hltnp", f"sport = :{port}"], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"pid=(\d+)", found))


def cpu_seconds(pids):
    ticks = 0
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def ask(url, fields, host):
    request = urllib.request.Request(url, headers=fields | {"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, len(answer.read())
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, 0


def film(base, host):
    """The path at which a feed says that the film is."""
    request = urllib.request.Request(base + "/feed.json", headers={"Host": host})
    with urllib.request.urlopen(request) as answer:
        url = json.load(answer)["items"][0]["attachments"][0]["url"]
    return "/" + url.split("/", 3)[3]


def load(url, fields, host, connections, seconds, script):
    """Requests per second, and how many there were, of one run of wrk."""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "-H", f"Host: {host}"]
    for name, value in fields.items():
        command += ["-H", f"{name}: {value}"]
    command += ["-s", str(HERE / "zipf.lua")] if script else []
    out = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        sys.exit(f"errors from {url}:\n{out}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), int(re.search(r"(\d+) requests in", out)[1])


def compare(workload, bases, host, options):
    path, fields, connections, status = WORKLOADS[workload]
    if path is FILM:
        path = film(bases[0], host)
    contenders = []
    for base in bases:
        url, sent = base + path, dict(fields)
        if workload == "304":
            sent["If-None-Match"] = ask(url, sent, host)[1]["ETag"]
        ask(url, fields, host)  # the second time it comes from nginx's cache
        got, _, length = ask(url, sent, host)
        if got != status:
            sys.exit(f"{url}: status {got} instead of {status}")
        contenders.append((url, sent, processes(base.rsplit(":", 1)[1]), length))
    if len({c[3] for c in contenders}) != 1:
        sys.exit(f"{workload}: the bodies differ in length: {[c[3] for c in contenders]}")

    def run(contender, seconds):
        url, sent, pids, _ = contender
        before = cpu_seconds(pids)
        rate, count = load(url, sent, host, connections, seconds, workload == "zipf")
        return rate, (cpu_seconds(pids) - before) / count * 1e6

    for contender in contenders:
        run(contender, options.warm)
    rounds = [[run(c, options.seconds) for c in contenders] for _ in range(options.rounds)]
    mine, nginx = ([statistics.median(r[i][k] for r in rounds) for k in (0, 1)] for i in (0, 1))
    ratio = statistics.median(r[0][0] / r[1][0] for r in rounds)
    cpu = statistics.median(r[1][1] / r[0][1] for r in rounds)
    print(
        f"{workload:10}{contenders[0][3]:>9}{mine[0]:>10.0f}{nginx[0]:>10.0f}{ratio:>8.2f}"
        f"{mine[1]:>10.1f}{nginx[1]:>10.1f}{cpu:>8.2f}",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workload", nargs="*", help=f"some of {', '.join(WORKLOADS)}; all when none is named")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="of one run")
    parser.add_argument("--warm", type=int, default=8, help="seconds of warm-up for each server and workload")
    parser.add_argument("--java", default="-Xmx512m", help="options for the virtual machine, in one word")
    options = parser.parse_args()
    unknown = set(options.workload) - set(WORKLOADS)
    if unknown:
        parser.error(f"no such workload: {', '.join(sorted(unknown))}")
    if not JAR.exists():
        sys.exit("first: mvn -q -DskipTests package")
    started = []
    with tempfile.TemporaryDirectory(prefix="heliograph-load") as name:
        folder = pathlib.Path(name)
        (folder / "site").mkdir()
        write_site(folder / "site")
        ports = [free_port() for _ in range(3)]
        host = f"localhost:{ports[0]}"
        bases = [f"http://127.0.0.1:{port}" for port in ports[:2]]
        (folder / "nginx.conf").write_text(nginx_conf(folder, ports[1], ports[0]))
        gateway = ["java", *options.java.split(), "-jar", str(JAR), "serve", "--origin", str(folder / "site")]
        gateway += ["--host", f"http://{host}"]
        for key, value in {"server.port": ports[0], "ops.port": ports[2], "data": folder / "data"}.items():
            gateway += ["--set", f"{key}={value}"]
        with open(folder / "log", "w") as log:
            try:
                nginx = ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx.err")]
                for command, url in ((gateway, f"http://127.0.0.1:{ports[2]}/readyz"), (nginx, bases[1] + "/feed.rss")):
                    started.append(subprocess.Popen(command, stdout=log, stderr=log))
                    wait_for(started[-1], url, host, log)
                print("workload      bytes  helio/s   nginx/s   ratio  helio us  nginx us     cpu", flush=True)
                for workload in options.workload or WORKLOADS:
                    compare(workload, bases, host, options)
            finally:
                for process in started:
                    process.terminate()
                for process in started:
                    process.wait(timeout=30)


if __name__ == "__main__":
    main()
