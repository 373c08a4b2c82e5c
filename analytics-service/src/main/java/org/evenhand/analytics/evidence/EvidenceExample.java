package org.evenhand.analytics.evidence;

/** What the OpenAPI document shows; the figures are made up. */
final class EvidenceExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2026", "origin": "LIVE"},
        "dimension": "workPattern",
        "state": "SHOWN",
        "note": "Groups with too few people are named without figures.",
        "leastGroup": 10,
        "release": {
          "edition": {
            "number": 1, "moment": "CALIBRATION_STARTED", "publishedAt": "2026-11-22T12:00:00Z"
          },
          "next": "SHARING_PROPOSED",
          "note": "Figures of a cycle are published when its calibration begins, ..."
        },
        "published": {
          "number": 1, "moment": "CALIBRATION_STARTED", "publishedAt": "2026-11-22T12:00:00Z"
        },
        "groups": [
          {
            "value": "Full time", "state": "SHOWN", "reviews": 1419, "observationsPerReview": 4.6,
            "impactShare": 0.82, "daysSince": 31, "criteriaWithoutPerReview": 0.4
          },
          {
            "value": "Part time", "state": "SHOWN", "reviews": 244, "observationsPerReview": 2.9,
            "impactShare": 0.64, "daysSince": 75, "criteriaWithoutPerReview": 1.1
          }
        ]
      }
      """;

  private EvidenceExample() {}
}
