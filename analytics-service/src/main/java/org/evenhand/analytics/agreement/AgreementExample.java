package org.evenhand.analytics.agreement;

/** What the OpenAPI document shows. */
final class AgreementExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
        "note": "Agreement on blind samples, before anything was discussed.",
        "sessions": [
          {
            "sessionId": "019a8c1e-6f00-7000-8000-0000000000aa",
            "raters": 4,
            "samples": 12,
            "paired": false,
            "alpha": 0.74,
            "low": 0.55,
            "high": 0.87,
            "level": "NOTE",
            "measures": {
              "sampleLevels": {"none": 9, "note": 2, "warn": 1, "critical": 0},
              "piledUp": false
            },
            "revealedAt": "2026-11-22T12:00:00Z"
          }
        ]
      }
      """;

  private AgreementExample() {}
}
