package org.evenhand.local.journey.realyear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.local.company.CsvFile;
import org.evenhand.local.company.CsvRow;
import org.evenhand.local.journey.api.StepFailed;

/** The year in the files that an HRIS sends. */
record HrisFiles(List<CsvRow> people) {
  /** What people declared. */
  static final List<String> DIMENSIONS = List.of("disability", "workPattern");

  private static final String NOT_PUBLISHED = "not published";
  private static final List<String> ORG_COLUMNS =
      List.of(
          "externalId",
          "givenName",
          "relationship",
          "orgUnit",
          "jobLevel",
          "jobFamily",
          "workLocation",
          "country",
          "legalEntity",
          "workerType",
          "employmentStatus",
          "assignmentId",
          "effectiveFrom",
          "action");
  private static final List<String> RATING_COLUMNS =
      List.of(
          "externalId",
          "assignmentId",
          "cycle",
          "periodStart",
          "periodEnd",
          "ordinal",
          "label",
          "scaleSize",
          "favourableFrom");

  String employees() {
    return CsvFile.write(
        ORG_COLUMNS,
        people.stream()
            .map(
                person ->
                    Map.ofEntries(
                        Map.entry("externalId", person.get("externalId")),
                        Map.entry("givenName", person.get("externalId")),
                        Map.entry("relationship", "LINE"),
                        Map.entry("orgUnit", "department-of-health"),
                        Map.entry("jobLevel", NOT_PUBLISHED),
                        Map.entry("jobFamily", NOT_PUBLISHED),
                        Map.entry("workLocation", NOT_PUBLISHED),
                        Map.entry("country", "GB"),
                        Map.entry("legalEntity", "Department of Health"),
                        Map.entry("workerType", "EMPLOYEE"),
                        Map.entry("employmentStatus", "ACTIVE"),
                        Map.entry("assignmentId", person.get("externalId") + "-1"),
                        Map.entry("effectiveFrom", "2013-04-01"),
                        Map.entry("action", "HIRE")))
            .toList());
  }

  String marks() {
    return CsvFile.write(
        RATING_COLUMNS,
        people.stream()
            .map(
                person ->
                    Map.ofEntries(
                        Map.entry("externalId", person.get("externalId")),
                        Map.entry("assignmentId", person.get("externalId") + "-1"),
                        Map.entry("cycle", person.get("cycle")),
                        Map.entry("periodStart", "2013-04-01"),
                        Map.entry("periodEnd", "2014-03-31"),
                        Map.entry("ordinal", ordinal(person.get("level"))),
                        Map.entry("label", person.get("level")),
                        Map.entry("scaleSize", "3"),
                        Map.entry("favourableFrom", "3")))
            .toList());
  }

  /** Higher is better. */
  private static String ordinal(String level) {
    return switch (level) {
      case "Exceeded" -> "3";
      case "Met" -> "2";
      case "Improvement needed" -> "1";
      default -> throw new StepFailed("The year has no level " + level);
    };
  }

  String declarations() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (CsvRow person : people) {
      for (String dimension : DIMENSIONS) {
        rows.add(
            Map.of(
                "externalId", person.get("externalId"),
                "dimension", dimension,
                "value", person.get(dimension)));
      }
    }
    return CsvFile.write(List.of("externalId", "dimension", "value"), rows);
  }
}
