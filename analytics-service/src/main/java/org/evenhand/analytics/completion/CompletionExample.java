package org.evenhand.analytics.completion;

/** What the OpenAPI document shows. */
final class CompletionExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
        "by": "orgUnit",
        "scope": "WHOLE",
        "note": "Reviews that have reached each stage.",
        "groups": [
          {
            "value": "Finance",
            "opened": 20,
            "started": 19,
            "submitted": 17,
            "calibrated": 12,
            "notCalibrated": 0,
            "shared": 0,
            "acknowledged": 0,
            "notRated": 1
          }
        ]
      }
      """;

  private CompletionExample() {}
}
