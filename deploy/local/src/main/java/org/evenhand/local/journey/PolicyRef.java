package org.evenhand.local.journey;

/** One version of a policy. */
record PolicyRef(String id, int version) {
  String path() {
    return "/v1/policies/" + id + "/versions/" + version;
  }

  String state(Api reader) {
    return reader.get(path()).send().expect(200).at("/state");
  }
}
