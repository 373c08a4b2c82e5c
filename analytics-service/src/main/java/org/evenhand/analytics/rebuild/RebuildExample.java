package org.evenhand.analytics.rebuild;

/** What the OpenAPI document shows. */
final class RebuildExample {

  static final String JSON =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000bb",
        "state": "RUNNING",
        "requestedBy": "5f1d7a84-1111-4a2b-9c3d-000000000001",
        "requestedAt": "2026-11-22T12:00:00Z",
        "topics": [{"topic": "evenhand.internal.ratings", "remaining": 1200}]
      }
      """;

  private RebuildExample() {}
}
