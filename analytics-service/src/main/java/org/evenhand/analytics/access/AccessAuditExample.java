package org.evenhand.analytics.access;

/** What the OpenAPI document shows; the figures are made up. */
final class AccessAuditExample {

  static final String JSON =
      """
      {
        "kind": "STRETCH",
        "year": 2026,
        "dimension": {"key": "workPattern", "label": "Work pattern"},
        "state": "SHOWN",
        "note": "Groups of which figures would tell of people are named without.",
        "leastGroup": 10,
        "expectedOn": "2027-02-01",
        "opportunities": 14,
        "incomplete": 0,
        "rule": {
          "name": "size-and-evidence",
          "version": "2",
          "evidenceBelow": 0.05,
          "limit": "CRITICAL takes a critical size, evidence, and either the same within job families ..."
        },
        "groups": [
          {
            "value": "Full time",
            "suppressed": false,
            "reached": {"eligible": 400, "applied": 120, "assessed": 100, "selected": 30},
            "stages": [
              {"stage": "APPLIED", "role": "REFERENCE", "people": 400, "reached": 120, "rate": 0.3},
              {"stage": "ASSESSED", "role": "REFERENCE", "people": 120, "reached": 100, "rate": 0.8333},
              {"stage": "SELECTED", "role": "REFERENCE", "people": 100, "reached": 30, "rate": 0.3}
            ]
          },
          {
            "value": "Part time",
            "suppressed": true,
            "rule": "Hidden: fewer than 10 people, or all of them alike, or kept back so that ...",
            "stages": []
          }
        ]
      }
      """;

  private AccessAuditExample() {}
}
