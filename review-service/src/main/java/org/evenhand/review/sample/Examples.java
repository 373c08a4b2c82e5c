package org.evenhand.review.sample;

/** What the OpenAPI document shows. */
final class Examples {

  static final String REQUEST =
      """
      {
        "sessionId": "019a8c1e-6f00-7000-8000-0000000000c1",
        "cycleId": "019a8c1e-6f00-7000-8000-000000000001",
        "reviewIds": ["019a8c1e-6f00-7000-8000-000000000002"]
      }
      """;

  static final String SAMPLES =
      """
      {
        "samples": [
          {
            "reviewId": "019a8c1e-6f00-7000-8000-000000000002",
            "redactedText": [
              {
                "criterion": "delivery",
                "observations": [
                  {
                    "situation": "The release was at risk",
                    "behaviour": "[Reviewee] split it and said what would not be in it",
                    "impact": "The first half shipped in time"
                  }
                ],
                "narrative": "Twice under pressure, and others followed"
              }
            ],
            "originalOrdinal": 4,
            "scaleSize": 5
          }
        ],
        "refused": []
      }
      """;

  private Examples() {}
}
