package org.evenhand.local.journey.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.local.canary.Canaries;
import org.evenhand.local.canary.Canary;
import org.evenhand.local.canary.Logs;
import org.evenhand.local.canary.Sighting;
import org.evenhand.local.canary.Tables;
import org.evenhand.local.canary.Topics;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.Pages;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.LindenCanaries;
import org.evenhand.local.journey.script.SessionPlan;
import org.evenhand.local.journey.telling.Story;
import org.evenhand.local.postgres.Database;

/** Names, addresses and words are looked for wherever they must not be. */
public final class CanaryChapter {
  private static final int SHOWN = 10;
  private static final int PAGES = 4;

  private final Scene scene;
  private final Story story;
  private final StackAddresses addresses;
  private final Canaries people;
  private final Canaries all;
  private final Canaries erased;
  private final Canaries ofObjection;
  private final Canaries butObjection;
  private final Set<String> wanted;

  public CanaryChapter(Scene scene, StackAddresses addresses) {
    this.scene = scene;
    this.story = scene.story();
    this.addresses = addresses;
    LindenCanaries linden = new LindenCanaries(scene.company());
    List<Canary> ofPeople =
        Stream.concat(linden.names().stream(), linden.addresses().stream()).toList();
    List<Canary> ofMost = Stream.concat(ofPeople.stream(), linden.freeText().stream()).toList();
    List<Canary> ofAll = Stream.concat(ofMost.stream(), linden.ofObjection().stream()).toList();
    this.people = new Canaries(ofPeople);
    this.all = new Canaries(Stream.concat(ofAll.stream(), linden.erased().stream()).toList());
    this.erased = new Canaries(linden.erased());
    this.ofObjection = new Canaries(linden.ofObjection());
    this.butObjection = new Canaries(ofMost);
    this.wanted = ofAll.stream().map(Canary::what).collect(Collectors.toSet());
  }

  public void play() {
    story.chapter("What must not be found anywhere else");
    story.step(
        "%d names, addresses and sentences are where they belong: with those who were told"
            .formatted(wanted.size()),
        this::requireAtHome);
    story.step(
        "No event holds one of them, in key, header or value",
        () -> requireNone(Topics.search(addresses.kafka(), all)));
    story.step(
        "Analytics has none of them in its database but the objection with its answer; policy and"
            + " calibration keep sentences, and nobody's name or address",
        () -> {
          requireNone(Tables.search(database("analytics"), butObjection));
          requireNone(Tables.search(database("policy"), people));
          requireNone(Tables.search(database("calibration"), people));
        });
    story.step(
        "What was asked in confidence and erased is in no database any more",
        () ->
            requireNone(
                Stream.of("review", "policy", "calibration", "analytics")
                    .flatMap(name -> Tables.search(database(name), erased).stream())
                    .toList()));
    story.step(
        "No page of a list gives one away by where the next begins",
        () -> requireNone(cursors().toList()));
    story.step(
        "Nor does anything that a reader of aggregates may ask",
        () -> requireNone(aggregates().toList()));
    story.step("Nor does a line of any log", () -> requireNone(Logs.search(addresses.logs(), all)));
  }

  /** Otherwise nothing would be found because nothing was there. */
  private void requireAtHome() {
    Set<String> found =
        Stream.concat(
                Stream.of("review", "policy", "calibration")
                    .flatMap(name -> Tables.search(database(name), all).stream()),
                Tables.search(database("analytics"), ofObjection).stream())
            .map(Sighting::what)
            .collect(Collectors.toSet());
    if (!found.equals(wanted)) {
      List<String> missing = wanted.stream().filter(each -> !found.contains(each)).toList();
      throw new StepFailed("expected all to be at home, not seen " + missing);
    }
  }

  private Stream<Sighting> cursors() {
    OpenDoors doors = new OpenDoors(scene.api());
    List<Answer> pages = new ArrayList<>();
    for (String username : List.of("grace", "niamh", "mark", "constance")) {
      pages.addAll(doors.answers(scene.api().as(username), PAGES));
    }
    for (SessionPlan plan : SessionPlan.ALL) {
      pages.addAll(samples(plan));
    }
    pages.addAll(doors.answers(scene.api().asClient("evenhand-hris"), PAGES));
    return pages.stream()
        .flatMap(page -> Pages.next(page).stream())
        .flatMap(next -> all.in("the cursor " + next, Pages.takenApart(next)));
  }

  private List<Answer> samples(SessionPlan plan) {
    Api facilitator = scene.api().as(plan.facilitator());
    return Listing.all(facilitator, "/v1/calibration-sessions?").stream()
        .map(session -> "/v1/calibration-sessions/" + session.path("id").asText() + "/samples")
        .flatMap(path -> OpenDoors.pages(facilitator, path + "?limit=1", PAGES).stream())
        .toList();
  }

  private Stream<Sighting> aggregates() {
    return new OpenDoors(scene.api())
        .answers(scene.api().asClient("evenhand-insight"), PAGES).stream()
            .flatMap(answer -> all.in(answer.request(), answer.text()));
  }

  private Database database(String name) {
    return new Database(name, addresses.postgres());
  }

  private static void requireNone(List<Sighting> seen) {
    if (!seen.isEmpty()) {
      throw new StepFailed(
          "expected none of them, seen %d: %s"
              .formatted(seen.size(), seen.stream().distinct().limit(SHOWN).toList()));
    }
  }
}
