import http.client, json, os, time, urllib.parse, urllib.request
def ask(address, body=None, **headers):
    return json.load(urllib.request.urlopen(urllib.request.Request(address, body, headers), timeout=60))
client = {"grant_type": "client_credentials", "client_id": os.environ["CLIENT"], "client_secret": os.environ["SECRET"]}
after, seen, token = "", {}, ""
if os.path.exists("kept"):
    after, seen = json.load(open("kept"))
while True:
    try:
        token = token or ask(os.environ["TOKENS"], urllib.parse.urlencode(client).encode())["access_token"]
        page = ask(os.environ["EVENTS"] + after, Authorization="Bearer " + token)
    except (OSError, http.client.HTTPException, ValueError) as failure:
        code = getattr(failure, "code", 503)
        if code in (400, 403):
            raise
        token = "" if code == 401 else token
        if code == 410:
            after, seen = "", {}
            print("all anew", flush=True)
        time.sleep(5)
        continue
    for anew in page["anew"]:
        seen = {name: last for name, last in seen.items() if not name.startswith(anew + " ")}
        print(anew, "anew", flush=True)
    for event in page["items"]:
        name, sequence = " ".join([event["type"], event["source"], event["subject"]]), int(event["sequence"])
        if sequence > seen.get(name, -1):
            print(event["subject"], event.get("data", "withdrawn"), flush=True)
            seen[name] = sequence
    after = "&after=" + page["next"]
    with open("kept.new", "w") as file:
        json.dump([after, seen], file)
    os.replace("kept.new", "kept")
    time.sleep(0 if page["more"] else 5)
