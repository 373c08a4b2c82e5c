package org.evenhand.analytics.demographics;

/** What the OpenAPI document shows. */
final class Examples {

  static final String DEFINITION =
      """
      {
        "label": "Disability",
        "values": ["Not disabled", "Disabled", "Unknown"],
        "undeclaredValues": ["Unknown"],
        "countries": [{"country": "GB", "legalBasis": "Equality Act 2010, s. 149"}]
      }
      """;

  static final String DIMENSION =
      """
      {
        "key": "disability",
        "label": "Disability",
        "values": ["Not disabled", "Disabled", "Unknown"],
        "undeclaredValues": ["Unknown"],
        "countries": [{"country": "GB", "legalBasis": "Equality Act 2010, s. 149"}],
        "version": 0
      }
      """;

  static final String OWN =
      """
      {
        "items": [
          {
            "dimension": "disability",
            "label": "Disability",
            "value": "Not disabled",
            "recordedAt": "2026-11-22T12:00:00Z",
            "legalBasis": "Equality Act 2010, s. 149"
          }
        ]
      }
      """;

  static final String CSV =
      """
      externalId,dimension,value
      L011,disability,Not disabled
      L012,disability,Unknown
      """;

  private Examples() {}
}
