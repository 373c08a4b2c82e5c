package org.evenhand.analytics.growth;

/** What the OpenAPI document shows; the figures are made up. */
final class GrowthExample {

  static final String BY_GROUP =
      """
      {
        "measure": "RECOGNITION_RECEIVED",
        "year": 2026,
        "dimension": {"key": "workPattern", "label": "Work pattern"},
        "state": "SHOWN",
        "note": "Groups of which figures would tell of people are named without. ...",
        "leastGroup": 10,
        "expectedOn": "2027-02-01",
        "publishedAt": "2027-02-01T12:00:04Z",
        "everybody": {
          "people": 612,
          "bands": [
            {"band": "0", "share": 0.31}, {"band": "1-2", "share": 0.4},
            {"band": "3-5", "share": 0.2}, {"band": "6+", "share": 0.09}
          ]
        },
        "groups": [
          {
            "value": "Full time",
            "suppressed": false,
            "figures": {
              "people": 500,
              "bands": [
                {"band": "0", "share": 0.27}, {"band": "1-2", "share": 0.41},
                {"band": "3-5", "share": 0.22}, {"band": "6+", "share": 0.1}
              ]
            }
          },
          {
            "value": "Part time",
            "suppressed": true,
            "rule": "Hidden: fewer than 10 people, or all of them alike, or kept back so that ..."
          }
        ]
      }
      """;

  static final String BY_UNIT =
      """
      {
        "measure": "PLAN_MEANS",
        "year": 2026,
        "scope": "SERVED_UNITS",
        "state": "SHOWN",
        "note": "Groups of which figures would tell of people are named without. ...",
        "leastGroup": 10,
        "expectedOn": "2027-02-01",
        "publishedAt": "2027-02-01T12:00:04Z",
        "units": [
          {
            "unit": "Press",
            "suppressed": false,
            "figures": {
              "people": 40,
              "bands": [
                {"band": "NOTHING_OWED", "share": 0.25}, {"band": "ALL_GIVEN", "share": 0.5},
                {"band": "SOME_GIVEN", "share": 0.15}, {"band": "NONE_GIVEN", "share": 0.1}
              ]
            }
          },
          {"unit": "Legal", "suppressed": true}
        ]
      }
      """;

  static final String YEAR =
      """
      {
        "year": 2026,
        "expectedOn": "2027-02-01",
        "publishedAt": "2027-02-01T12:00:04Z",
        "measures": ["PLAN_OUTCOME", "PLAN_MEANS", "RECOGNITION_RECEIVED", "RECOGNITION_GIVEN"]
      }
      """;

  private GrowthExample() {}
}
