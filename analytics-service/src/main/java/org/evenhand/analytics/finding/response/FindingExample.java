package org.evenhand.analytics.finding.response;

/** What the OpenAPI document shows: the UK Department of Health, 2013-14, shortened. */
final class FindingExample {

  static final String SUMMARY =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000f1",
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2013-14", "origin": "HISTORY"},
        "metric": "impactRatio",
        "dimension": {"key": "workPattern", "label": "Work pattern"},
        "group": "Part time",
        "reference": "Full time",
        "verdict": "WARN",
        "state": "RAISED",
        "people": 244,
        "effect": {"value": 0.7557, "interval": {"low": 0.5737, "high": 0.9954}},
        "q": 0.0396,
        "raisedAt": "2026-11-25T10:00:00Z"
      }
      """;

  static final String JSON =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000f1",
        "judgementId": "019a8c1e-6f00-7000-8000-0000000000e1",
        "headline": "WARN in 2013-14: Part time of Work pattern against Full time",
        "measured": "The share of the group that is rated at level 3 or above (46 of 244, 18.9 %) ...",
        "reasons": ["46 of 244 people (18.9 %) are rated at or above the favourable level, ..."],
        "notSaid": "It states a difference and how sure it is, not why it is there. ...",
        "clearedBy": ["a ratio of at least 0.80, that is 3 more of the group ..."],
        "nextStep": "HR and a manager of the cycle's people say together what is done about it ...",
        "summary":
      """
          + SUMMARY
          + """
            ,
            "family": {"name": "2013-14 × impactRatio", "tests": 2},
            "scale": {"size": 3, "favourableFrom": 3},
            "rule": {
              "name": "size-and-evidence",
              "version": "2",
              "evidenceBelow": 0.05,
              "limit": "CRITICAL takes a critical size, evidence, and either the same within job ..."
            },
            "figures": {
              "people": 244,
              "selected": 46,
              "rate": 0.1885,
              "impactRatio": {
                "reference": "Full time",
                "referenceRate": 0.2495,
                "ratio": 0.7557,
                "interval": {"low": 0.5737, "high": 0.9954},
                "belowFourFifths": true,
                "test": {"name": "POOLED_Z", "p": 0.0396},
                "verdict": {
                  "outcome": "WARN",
                  "size": "WARN",
                  "q": 0.0396,
                  "family": {"name": "2013-14 × impactRatio", "tests": 2},
                  "reasons": ["46 of 244 people (18.9 %) are rated at or above the favourable level, ..."],
                  "clearedBy": ["a ratio of at least 0.80, that is 3 more of the group ..."]
                }
              }
            },
            "response": {
              "action": "Two managers and HR read the reviews again, anchors in hand.",
              "dueOn": "2027-01-31",
              "proposal": {
                "by": {"id": "019a8c1e-6f00-7000-8000-0000000000a1", "name": "Hannah Reed"},
                "side": "HR",
                "at": "2026-11-25T11:00:00Z"
              }
            },
            "actions": ["respondToFinding", "countersignFindingResponse"]
          }
          """;

  private FindingExample() {}
}
