#!/usr/bin/env python3
"""What the gateway costs: see README.md. Ends what it has started."""

import argparse
import contextlib
import glob
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
DIRECT, NGINX, REDIS, FIRST = 18101, 18102, 18103, 18110
SERVICE = f"http://127.0.0.1:{DIRECT}"
PATH, KEPT = "/api/v1/cities/lockport", "/api/v1/stories/kept"
NO_ISSUER = "http://127.0.0.1:9"  # asked only when somebody signs in, which nobody does here
SIGN_IN = [f"--sistercities.sign-in.issuer={NO_ISSUER}", f"--spring.security.oauth2.resourceserver.jwt.issuer-uri={NO_ISSUER}"]
GATEWAYS = {  # name: what is asked, and the settings that differ
    "gateway": (PATH, SIGN_IN),
    "no sign-in": (PATH, []),
    "no access log": (PATH, SIGN_IN + ["--logging.level.access=off"]),
    "no metrics": (PATH, SIGN_IN + ["--management.metrics.enable.all=false", "--spring.cloud.gateway.server.webflux.metrics.enabled=false"]),
    "no tracing": (PATH, SIGN_IN + ["--management.tracing.enabled=false", "--management.tracing.export.enabled=false"]),
    "no cache": (PATH, SIGN_IN + ["--sistercities.cache.size=0"]),
    "limits in redis": (PATH, SIGN_IN + ["--sistercities.limits.store=redis", f"--spring.data.redis.port={REDIS}"]),
    "from its cache": (KEPT, SIGN_IN),
}
NGINX_CONF = """
user root; pid {dir}/{name}.pid; error_log {dir}/error.log; worker_processes 1; daemon off;
events {{ worker_connections 4096; }}
http {{
  access_log off; default_type application/json; keepalive_requests 100000000; etag off;
  client_body_temp_path {dir}/b; proxy_temp_path {dir}/p; fastcgi_temp_path {dir}/f; uwsgi_temp_path {dir}/u; scgi_temp_path {dir}/s;
  {server}
}}"""
AS_SERVICE = """server {{ listen 127.0.0.1:{port}; root {dir}; location /api/v1/stories/ {{ add_header Cache-Control "public, max-age=60"; }} }}"""
AS_PROXY = """upstream service {{ server 127.0.0.1:{service}; keepalive 64; }}
  server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }} }}"""


def jar():
    if found := glob.glob(f"{ROOT}/gateway/target/gateway-*.jar"):
        return found[0]
    print("no jar yet: packaging the gateway", file=sys.stderr)
    subprocess.run(["mvn", "-B", "-q", "-pl", "gateway", "-am", "package", "-DskipTests"], cwd=ROOT, check=True)
    return glob.glob(f"{ROOT}/gateway/target/gateway-*.jar")[0]


def java():
    homes = [os.environ.get("JAVA_HOME", ""), *glob.glob("/usr/lib/jvm/*25*")]
    return next(f"{home}/bin/java" for home in homes if "25" in home and os.path.exists(f"{home}/bin/java"))


def cpu_ms(pid):
    """User and system time of a process and its children so far."""
    def of(one):
        with open(f"/proc/{one}/stat") as stat:
            return sum(map(int, stat.read().rsplit(")", 1)[1].split()[11:13]))
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        ticks = of(pid) + sum(of(child) for child in children.read().split())
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def answers(url):
    with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:
        return len(answer.read()) == 2048
    return False


def wrk(url, seconds):
    out = subprocess.run(["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", url], capture_output=True, text=True, check=True).stdout
    def ms(percentile):
        value, unit = re.search(rf"{percentile}%\s+([\d.]+)(us|ms|s)\b", out).groups()
        return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return int(re.search(r"(\d+) requests in", out).group(1)), float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), ms(50), ms(99), int(failed.group(1)) if failed else 0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=int, default=4)
    options.add_argument("--warm", type=int, default=100_000, help="requests before anything is measured, for the JIT compiler")
    options.add_argument("--jar", help="instead of gateway/target/gateway-*.jar")
    options.add_argument("--only", action="append", choices=list(GATEWAYS), help="these gateways only")
    options = options.parse_args()
    if missing := [tool for tool in ("wrk", "nginx") if not shutil.which(tool)]:
        sys.exit(f"needs {' and '.join(missing)} (Debian: apt-get install wrk nginx redis-server)")

    with tempfile.TemporaryDirectory() as directory, contextlib.ExitStack() as ends:
        def start(name, command):
            with open(f"{directory}/{name}.log", "w") as log:
                process = subprocess.Popen(command, stdout=log, stderr=log)
            ends.callback(process.wait)
            ends.callback(process.send_signal, signal.SIGTERM)
            return process.pid

        def nginx(name, server):
            with open(f"{directory}/{name}.conf", "w") as conf:
                conf.write(NGINX_CONF.format(dir=directory, name=name, server=server))
            return start(name, ["nginx", "-c", conf.name])

        os.chmod(directory, 0o755)
        for path in (PATH, KEPT):
            os.makedirs(os.path.dirname(directory + path), exist_ok=True)
            with open(directory + path, "w") as page:
                page.write(json.dumps({"name": "Lockport, Illinois", "text": "x" * 2000}).ljust(2048)[:2048])
        sides = {
            "direct": (SERVICE + PATH, nginx("service", AS_SERVICE.format(port=DIRECT, dir=directory))),
            "nginx": (f"http://127.0.0.1:{NGINX}{PATH}", nginx("proxy", AS_PROXY.format(port=NGINX, service=DIRECT))),
        }
        wanted = dict(GATEWAYS)
        if shutil.which("redis-server"):
            start("redis", ["redis-server", "--port", str(REDIS), "--bind", "127.0.0.1", "--save", ""])
        else:
            wanted.pop("limits in redis")
        for number, (name, (path, settings)) in enumerate(wanted.items()):
            if options.only and name not in options.only:
                continue
            port = FIRST + number
            pid = start(name, [java(), "-Xmx512m", "-jar", options.jar or jar(), f"--server.port={port}", f"--management.server.port={port + 500}",
                               f"--sistercities.services.city={SERVICE}", f"--sistercities.services.content={SERVICE}",
                               "--sistercities.limits.rates.read.quota=10000000", *settings])
            sides[name] = (f"http://127.0.0.1:{port}{path}", pid)
            for _ in range(180):
                if answers(sides[name][0]):
                    break
                time.sleep(1)
            else:
                shutil.copy(f"{directory}/{name}.log", "/tmp/edge-benchmark.log")
                sys.exit(f"{name} does not answer; /tmp/edge-benchmark.log says why")
        for url, _ in sides.values():
            asked = 0
            while asked < options.warm:
                asked += wrk(url, 5)[0]

        load = os.getloadavg()
        results = {name: [] for name in sides}
        for _ in range(options.rounds):
            for name, (url, pid) in sides.items():
                before = cpu_ms(pid)
                requests, *figures = wrk(url, options.seconds)
                results[name].append((*figures, (cpu_ms(pid) - before) / requests))
        print(f"load {load[0]:.1f} at the start, {os.getloadavg()[0]:.1f} at the end, {os.cpu_count()} cores; "
              f"medians of {options.rounds} rounds of {options.seconds} s, 32 connections kept alive")
        medians = {name: [statistics.median(column) for column in zip(*rounds)] for name, rounds in results.items()}
        print(f"{'':16}{'requests/s':>11}{'p50 ms':>8}{'p99 ms':>8}{'failed':>7}{'CPU ms each':>12}{'CPU to nginx':>13}{'CPU to gateway':>15}")
        for name, (rate, p50, p99, failed, cpu) in medians.items():
            compared = [f"{cpu / medians[other][4]:.2f}" if other in medians else "-" for other in ("nginx", "gateway")]
            print(f"{name:16}{rate:11.0f}{p50:8.2f}{p99:8.2f}{failed:7.0f}{cpu:12.4f}{compared[0]:>13}{compared[1]:>15}")


if __name__ == "__main__":
    main()
