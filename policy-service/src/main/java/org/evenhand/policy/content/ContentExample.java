package org.evenhand.policy.content;

/** One small, valid version, shown in the documents of both interfaces and held true by a test. */
public final class ContentExample {

  public static final String JSON =
      """
      {
        "name": "Fair ratings",
        "scope": {"countries": ["GB"], "legalEntities": [], "workerTypes": ["EMPLOYEE"]},
        "scale": {
          "levels": [
            {"ordinal": 1, "label": "Below", "description": "Misses what was agreed"},
            {"ordinal": 2, "label": "Meets"},
            {"ordinal": 3, "label": "Exceeds"}
          ],
          "favourableFrom": 3
        },
        "criteria": [
          {"key": "delivery", "title": "Delivery", "weight": 60, "aim": "Work that lasts"},
          {"key": "together", "title": "Working together", "weight": 40}
        ],
        "anchors": [
          {"criterion": "delivery", "ordinal": 1, "text": "What was agreed stays undone"},
          {"criterion": "delivery", "ordinal": 2, "text": "What was agreed is there, in time"},
          {"criterion": "delivery", "ordinal": 3, "text": "Others build on the result unasked"},
          {"criterion": "together", "ordinal": 1, "text": "Colleagues work around it"},
          {"criterion": "together", "ordinal": 2, "text": "Colleagues can rely on an answer"},
          {"criterion": "together", "ordinal": 3, "text": "Those who say little are heard"}
        ],
        "form": [
          {"key": "proud", "contributor": "SELF", "question": "Which result would you show, and why?"},
          {"key": "seen", "contributor": "MANAGER", "question": "What did you see, and when?"},
          {"key": "shared", "contributor": "PEER", "question": "What did you do together, and how?"},
          {"key": "led", "contributor": "UPWARD", "question": "What helped you in your work, and when?"}
        ],
        "overall": "WEIGHTED",
        "evidence": {"observationsOffMiddle": 2},
        "eligibility": {"workerTypes": ["EMPLOYEE"], "leastDays": 90},
        "calibration": {
          "ratersPerSample": 3,
          "targetAgreement": 0.8,
          "guidance": [{"ordinal": 3, "low": 10, "high": 30}]
        },
        "pathways": ["Levels of senior work are posted with their criteria"],
        "outcomes": {
          "rewards": "none",
          "recognition": "A result off the middle is named in the team",
          "remediation": "A result below opens a talk about help"
        },
        "exemplars": [
          {"ordinal": 1, "text": "Left a service that nobody else could run"},
          {"ordinal": 2, "text": "Kept a service running and its notes true"},
          {"ordinal": 3, "text": "Handed over a service that ran a year untouched"}
        ],
        "consultationDays": 14,
        "noticeDays": 30
      }
      """;

  private ContentExample() {}
}
