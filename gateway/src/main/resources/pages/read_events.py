import json, os, pathlib, time, urllib.request
kept = pathlib.Path("cursor")
while True:
    after = "&after=" + kept.read_text() if kept.exists() else ""
    asked = urllib.request.Request(os.environ["EVENTS"] + after, headers={"Authorization": "Bearer " + os.environ["TOKEN"]})
    page = json.load(urllib.request.urlopen(asked))
    for event in page["items"]:
        print(event["subject"], event.get("data", "withdrawn"), flush=True)
    kept.write_text(page["next"])
    time.sleep(0 if page["more"] else 5)
