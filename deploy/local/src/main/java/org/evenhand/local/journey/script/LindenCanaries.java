package org.evenhand.local.journey.script;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.local.canary.Canary;
import org.evenhand.local.company.SampleCompany;

/** The words of the cycle that must stay where they were written. */
public record LindenCanaries(SampleCompany company) {
  /** Names that no other text has by chance: with other letters than those of English, or long. */
  private static final Pattern TELLING = Pattern.compile(".*[^\\x00-\\x7F].*|.{10,}");

  public List<Canary> names() {
    return company.people().stream()
        .filter(person -> TELLING.matcher(person.familyName()).matches())
        .map(person -> new Canary("the name of " + person.externalId(), person.familyName()))
        .toList();
  }

  public List<Canary> addresses() {
    return company.people().stream()
        .filter(person -> !person.email().isEmpty())
        .map(person -> new Canary("the address of " + person.externalId(), person.email()))
        .toList();
  }

  /** What people wrote, of each other and of what binds them. */
  public List<Canary> freeText() {
    return Stream.concat(Year.sentences().stream(), FreeText.all().stream())
        .map(LindenCanaries::sentence)
        .toList();
  }

  /** What was written about a profile, and is stored with the figures that it is about. */
  public List<Canary> ofObjection() {
    return FreeText.ofObjection().stream().map(LindenCanaries::sentence).toList();
  }

  /** What was asked and answered in confidence, and erased since. */
  public List<Canary> erased() {
    return FreeText.erased().stream().map(LindenCanaries::sentence).toList();
  }

  private static Canary sentence(String words) {
    return new Canary("“" + words + "”", words);
  }
}
