package org.evenhand.analytics.distribution;

/** What the OpenAPI document shows. */
final class DistributionExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
        "by": "orgUnit",
        "scope": "WHOLE",
        "leastGroup": 10,
        "release": {
          "edition": {"number": 2, "moment": "SHARING_PROPOSED", "publishedAt": "2026-11-22T12:00:00Z"},
          "next": "CLOSED",
          "note": "Figures of a cycle are published when its calibration begins, ..."
        },
        "guidance": {
          "state": "GIVEN",
          "note": "Beside a level with guidance stands ...",
          "policyId": "0198f2a0-0000-7000-8000-000000000010",
          "policyVersion": 1
        },
        "phases": [
          {
            "phase": "BEFORE",
            "state": "SHOWN",
            "note": "Groups with too few people are named without figures.",
            "scale": {"size": 3, "favourableFrom": 3},
            "publishedAt": "2026-11-22T12:00:00Z",
            "onOtherScales": 0,
            "groups": [
              {
                "value": "Finance",
                "suppressed": false,
                "people": 20,
                "levels": [
                  {"ordinal": 1, "people": 2, "share": 0.1},
                  {"ordinal": 2, "people": 15, "share": 0.75},
                  {
                    "ordinal": 3,
                    "people": 3,
                    "share": 0.15,
                    "guidance": {
                      "lowShare": 0.1,
                      "highShare": 0.3,
                      "lowPeople": 0,
                      "highPeople": 10,
                      "place": "WITHIN"
                    }
                  }
                ],
                "outsideGuidance": false
              },
              {"value": "Legal", "suppressed": true, "rule": "Hidden: fewer than 10 people, or ..."},
              {"value": "Press", "suppressed": true, "rule": "Hidden: fewer than 10 people, or ..."}
            ]
          },
          {
            "phase": "AFTER",
            "state": "NO_RATINGS",
            "note": "Nobody has a rating here yet.",
            "onOtherScales": 0,
            "groups": []
          }
        ]
      }
      """;

  private DistributionExample() {}
}
