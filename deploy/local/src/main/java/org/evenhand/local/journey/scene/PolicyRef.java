package org.evenhand.local.journey.scene;

import org.evenhand.local.journey.api.Api;

/** One version of a policy. */
public record PolicyRef(String id, int version) {
  public String path() {
    return "/v1/policies/" + id + "/versions/" + version;
  }

  public String state(Api reader) {
    return reader.get(path()).send().expect(200).at("/state");
  }
}
