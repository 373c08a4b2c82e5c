package org.evenhand.review.growth.opportunity.terms;

import java.util.List;

/**
 * Who may apply, by what the directory says of an assignment. An empty list leaves that side open.
 * It knows no rating and no protected attribute.
 *
 * @param monthsOfService how long somebody has to have worked here
 */
public record Eligibility(
    List<String> jobFamilies,
    List<String> jobLevels,
    List<String> orgUnits,
    List<String> workLocations,
    List<String> countries,
    int monthsOfService) {

  public Eligibility {
    jobFamilies = List.copyOf(jobFamilies);
    jobLevels = List.copyOf(jobLevels);
    orgUnits = List.copyOf(orgUnits);
    workLocations = List.copyOf(workLocations);
    countries = List.copyOf(countries);
  }
}
