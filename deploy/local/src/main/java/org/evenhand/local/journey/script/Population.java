package org.evenhand.local.journey.script;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.local.company.CsvRow;

/**
 * Which people of the company must get a review, worked out from the CSV and not by asking a
 * service.
 */
public final class Population {
  private Population() {}

  /** The externalIds of all employees, not contractors, who have worked long enough. */
  public static Set<String> eligible(List<CsvRow> organisation, LocalDate cutOff) {
    return organisation.stream()
        .filter(row -> row.get("workerType").equals("EMPLOYEE"))
        .filter(
            row ->
                ChronoUnit.DAYS.between(LocalDate.parse(row.get("effectiveFrom")), cutOff)
                    >= PolicyText.LEAST_DAYS)
        .map(row -> row.get("externalId"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
