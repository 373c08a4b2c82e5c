package org.evenhand.analytics.rater;

/** What the OpenAPI document shows. */
final class ProfilingExample {

  static final String DEFINITION =
      """
      {
        "legalBasis": "UK GDPR Art. 6(1)(f); agreement with the works council of 2026-10-01",
        "reason": "Managers asked to see how their ratings lie beside those of others",
        "from": "2026-12-01"
      }
      """;

  static final String PROFILING =
      """
      {
        "country": "GB",
        "legalBasis": "UK GDPR Art. 6(1)(f); agreement with the works council of 2026-10-01",
        "reason": "Managers asked to see how their ratings lie beside those of others",
        "from": "2026-12-01",
        "version": 0
      }
      """;

  private ProfilingExample() {}
}
