package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.telling.Story;

/** Somebody comes back from a leave, and what has to be done waits for whoever does it. */
public final class ChecklistChapter {

  private static final String LISTS = "/v1/checklists";
  private static final String RETURN = "/v1/checklist-templates/RETURN";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int DAYS_AWAY = 14;

  private final Scene scene;
  private final Story story;

  public ChecklistChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    Person back = back();
    Api own = scene.as(back);
    story.chapter("Somebody comes back");
    if (Listing.all(own, LISTS + "?kind=RETURN").isEmpty()) {
      story.step(
          "Niamh O'Brien says what is to be done when somebody is back, whichever leave it was",
          this::prepare);
      story.step(
          "The HRIS tells that %s was away for two weeks and is back".formatted(back.name()),
          () -> tell(back));
    }
    JsonNode list = list(own);
    if (list.path("state").asText().equals("OPEN")) {
      story.step("They see what has changed meanwhile; nobody else does", () -> look(own, list));
      story.step(
          "They and Łukasz Wiśniewski do what is theirs, and the list is done",
          () -> doAll(own, path(list)));
    }
  }

  /** The last of those who report to Łukasz. */
  private Person back() {
    Person lukasz = scene.person("lukasz");
    return scene.company().people().stream()
        .filter(person -> lukasz.externalId().equals(person.managerExternalId()))
        .filter(person -> !person.username().equals("may"))
        .max(Comparator.comparing(Person::externalId))
        .orElseThrow(() -> new StepFailed("nobody reports to Łukasz"));
  }

  private void prepare() {
    Api niamh = scene.api().as("niamh");
    niamh
        .put(RETURN)
        .ifMatch(niamh.get(RETURN).send().expect(200).etag())
        .json(
            Map.of(
                "items",
                List.of(
                    Map.of("owner", "EMPLOYEE", "title", "Renew what has expired", "offset", 5),
                    Map.of(
                        "owner", "MANAGER", "title", "Speak about the first weeks", "offset", 2))))
        .send()
        .expect(200);
  }

  private void tell(Person person) {
    LocalDate today = scene.today();
    told(person, "ON_LEAVE", today.minusDays(DAYS_AWAY));
    told(person, "ACTIVE", today);
  }

  private void told(Person person, String status, LocalDate since) {
    new Imports(scene.api().asClient("evenhand-hris"))
        .sendAll(
            "/v1/org-imports",
            "externalId,employmentStatus,effectiveFrom,action\n%s,%s,%s,CHANGE\n"
                .formatted(person.externalId(), status, since));
  }

  /** It comes a moment after the import. */
  private static JsonNode list(Api own) {
    return Eventually.within(
            PATIENCE,
            "a list of the return",
            () -> Listing.all(own, LISTS + "?kind=RETURN"),
            lists -> !lists.isEmpty())
        .get(0);
  }

  private void look(Api own, JsonNode list) {
    String changes = path(list) + "/changes";
    Answer seen = own.get(changes).send().expect(200);
    if (!LocalDate.parse(seen.at("/since")).isBefore(scene.today())) {
      throw seen.failed("what has changed since the leave began");
    }
    scene.api().as("lukasz").get(changes).send().expect(403);
  }

  private void doAll(Api own, String path) {
    close(own, path, "EMPLOYEE");
    Api lukasz = scene.api().as("lukasz");
    close(lukasz, path, "MANAGER");
    own.get(path).send().expect(200).expect("/state", "DONE");
    Tasks.expect(own, "CHECKLIST_ITEM", 0);
  }

  private static void close(Api who, String path, String owner) {
    for (JsonNode item : who.get(path).send().expect(200).json().path("items")) {
      if (item.path("owner").asText().equals(owner) && item.path("state").asText().equals("OPEN")) {
        new Decide(who)
            .on(path, "items/" + item.path("id").asText() + "/closing", Map.of("outcome", "DONE"))
            .expect(200);
      }
    }
  }

  private static String path(JsonNode list) {
    return LISTS + "/" + list.path("id").asText();
  }
}
