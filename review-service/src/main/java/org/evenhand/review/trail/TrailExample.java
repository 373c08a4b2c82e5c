package org.evenhand.review.trail;

/** What the OpenAPI document shows. */
final class TrailExample {

  static final String JSON =
      """
      {
        "reviewId": "019a8c1e-6f00-7000-8000-000000000002",
        "cycleKey": "2026",
        "state": "SHARED",
        "revision": 1,
        "underAppeal": false,
        "policy": {
          "policyId": "01939b4e-7c3a-7000-8000-000000000001",
          "version": 1,
          "name": "How we review",
          "contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "effectiveOn": "2026-01-01",
          "signOffs": "/v1/policies/01939b4e-7c3a-7000-8000-000000000001/versions/1/sign-offs",
          "overall": "WEIGHTED",
          "criteria": [
            {
              "key": "delivery",
              "title": "Delivers what was agreed",
              "weight": 60,
              "aim": "Customers can rely on us"
            }
          ]
        },
        "conclusion": {
          "revision": 1,
          "ratings": [
            {
              "criterion": "delivery",
              "level": {"ordinal": 4, "label": "Exceeds"},
              "anchor": "Delivers early, and others can build on it",
              "nextAnchor": "Changes how the whole unit delivers",
              "rationale": "Twice under pressure, and others followed",
              "observations": [
                {
                  "situation": "The release was at risk",
                  "behaviour": "Split it and said what would not be in it",
                  "impact": "The first half shipped in time",
                  "observedOn": "2026-05-12"
                }
              ]
            }
          ],
          "observations": 1,
          "submitted": {
            "reviewer": {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Zoë Brontë"},
            "confirmedBy": "Zoë Brontë",
            "at": "2027-01-12T10:00:00Z",
            "level": {"ordinal": 4, "label": "Exceeds"}
          },
          "calibration": "CALIBRATED",
          "calibrated": {
            "sessionId": "019a8c1e-6f00-7000-8000-0000000000c1",
            "decision": "CONFIRM",
            "level": {"ordinal": 4, "label": "Exceeds"},
            "precedentId": "019a8c1e-6f00-7000-8000-0000000000d1",
            "reasonCode": "CONSISTENT_WITH_PRECEDENT",
            "reason": "Two dated observations match the anchor of level 4, as in the precedent.",
            "at": "2027-01-28T14:00:00Z"
          },
          "result": {"ordinal": 4, "label": "Exceeds"},
          "sharedAt": "2027-02-10T09:00:00Z",
          "answerUntil": "2027-03-10",
          "appealableUntil": "2027-03-10"
        },
        "earlier": [],
        "pathways": ["A stretch assignment can be proposed"],
        "outcomes": {
          "rewards": "The bonus follows the level, by the table of the works agreement",
          "recognition": "The unit hears of it",
          "remediation": "None at this level"
        },
        "citesGoals": true,
        "citedGoals": [
          {"goalId": "019a8c1e-6f00-7000-8000-000000000301", "at": "2026-12-20T09:00:00Z"}
        ],
        "steps": [
          {
            "sequence": 1,
            "action": "review.opened",
            "actor": "review-service",
            "at": "2026-12-01T10:00:00Z",
            "hash": "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
          }
        ]
      }
      """;

  private TrailExample() {}
}
