"""A sandbox with one event and somebody who is in it, for `scripts/api`: writes address, token and event to FOLDER/stage.json.
api_stage.py PROGRAM FOLDER"""

import http.client, json, os, pathlib, re, signal, subprocess, sys, urllib.parse, urllib.request

program, folder = sys.argv[1:]
env = {"STREAKS_DATABASE_URL": f"sqlite:{folder}/stage.db", "STREAKS_WEB_LISTEN": "127.0.0.1:0", "STREAKS_LOG_FILTER": "warn",
       "STREAKS_LIMITS_COMMANDS": "0", "STREAKS_LIMITS_PLACE_COMMANDS": "0", "STREAKS_LIMITS_CODE_TRIES": "0",
       "PATH": os.environ["PATH"]}
running = subprocess.Popen([program], cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
signal.signal(signal.SIGTERM, lambda *_: (running.terminate(), running.wait(), sys.exit()))
base = next(line for line in running.stdout if line.startswith("Leaderboards:")).split()[1].rstrip("/")
host = base.removeprefix("http://")


def control(path, **body):
    request = urllib.request.Request(f"{base}/sandbox/api/{path}", json.dumps(body).encode(), {"content-type": "application/json"})
    return json.load(urllib.request.urlopen(request))


def say(platform, text, place="private"):
    return json.dumps(control("say", platform=platform, place=place, person="ada", text=text))


def browse(method, path, cookie="", **fields):
    connection = http.client.HTTPConnection(host)
    headers = {"origin": base, "cookie": cookie, "content-type": "application/x-www-form-urlencoded"}
    connection.request(method, path, urllib.parse.urlencode(fields), headers)
    answer = connection.getresponse()
    return answer.getheader("set-cookie", "").split(";")[0], answer.read().decode()


for platform in ("discord", "telegram"):
    while not json.load(urllib.request.urlopen(f"{base}/sandbox/api/commands?platform={platform}&person=ada")):
        pass
say("discord", "/event create visibility:public title:Reading zone:UTC", "group")
say("telegram", "/join event:Reading")
code = re.search(r"/login/(\w+)", say("telegram", "/login"))[1]
cookie, _ = browse("POST", f"/login/{code}")
mark = re.search(r'name="mark" value="(\w+)"', browse("GET", "/me/tokens", cookie)[1])[1]
_, made = browse("POST", "/me/tokens", cookie, mark=mark, name="stage", scope="write")
slug = re.search(r'/e/([\w-]+)"', browse("GET", "/")[1])[1]
pathlib.Path(folder, "stage.json").write_text(f"{base} {re.search(r'st_[a-z0-9]+', made)[0]} {slug}\n")
running.wait()
