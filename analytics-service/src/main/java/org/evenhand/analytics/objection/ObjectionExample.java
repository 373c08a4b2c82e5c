package org.evenhand.analytics.objection;

/** What the OpenAPI document shows. */
final class ObjectionExample {

  static final String NEW =
      """
      {
        "cycleId": "019a8c1e-6f00-7000-8000-000000000001",
        "words": "Half of my people came from the pilot, all of them picked for it."
      }
      """;

  static final String NEW_REPLY =
      """
      {
        "outcome": "DECLINED",
        "reason": "The blind samples held nobody of the pilot, and say the same."
      }
      """;

  static final String OBJECTION =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000c1",
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
        "rater": {"id": "019a8c1e-6f00-7000-8000-0000000000aa", "name": "Zoë Brontë"},
        "state": "DECLINED",
        "words": "Half of my people came from the pilot, all of them picked for it.",
        "filedAt": "2026-12-02T10:00:00Z",
        "answer": {
          "outcome": "DECLINED",
          "reason": "The blind samples held nobody of the pilot, and say the same.",
          "by": {"id": "019a8c1e-6f00-7000-8000-0000000000bb", "name": "Hannah Reed"},
          "at": "2026-12-04T09:30:00Z"
        },
        "actions": []
      }
      """;

  private ObjectionExample() {}
}
