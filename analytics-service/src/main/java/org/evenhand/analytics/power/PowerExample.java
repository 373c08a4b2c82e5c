package org.evenhand.analytics.power;

/** What the OpenAPI document shows: the UK Department of Health, 2013-14. */
final class PowerExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000003", "key": "2014-15", "origin": "LIVE"},
        "dimension": "workPattern",
        "state": "SHOWN",
        "note": "Groups with too few people are named without figures.",
        "leastGroup": 5,
        "release": {
          "edition": {"number": 1, "moment": "IMPORTED", "publishedAt": "2026-11-22T12:00:00Z"},
          "note": "Figures of a cycle are published when its calibration begins, ..."
        },
        "alpha": 0.05,
        "power": 0.8,
        "basis": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2013-14", "origin": "HISTORY"},
        "phase": "AFTER",
        "reference": "Full time",
        "referenceRate": 0.2495,
        "groups": [
          {"value": "Full time", "role": "REFERENCE", "suppressed": false, "n": 1419},
          {
            "value": "Part time",
            "role": "COMPARED",
            "suppressed": false,
            "n": 244,
            "impactRatio": 0.69,
            "cliffsDelta": 0.1,
            "words": "With 244 people beside 1419, a ratio of 0.69 or less would be found ..."
          }
        ]
      }
      """;

  private PowerExample() {}
}
