package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.AtOnce;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.telling.Story;

/**
 * HR keeps goals ready, a manager proposes two of them to a team, and people agree or don't yet.
 */
final class GoalChapter {
  private static final String GOALS = "/v1/goals";
  private static final String LIBRARY = "/v1/goal-library";
  private static final String AGREEMENT = "GOAL_AGREEMENT";

  private static final String FIRST = "answer-time";

  /** By key, with what each weighs among the goals of a person. */
  private static final Map<String, Integer> WEIGHTS = Map.of(FIRST, 60, "nothing-comes-back", 40);

  private static final int LESS = 50;

  private static final int MONTHS = 6;

  private final Scene scene;
  private final Story story;

  GoalChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  void play() {
    story.step("Niamh O'Brien keeps two goals ready in the library", this::fillLibrary);
    List<Person> team = team();
    if (of(may(), "PROPOSED").isEmpty() && of(may(), "AGREED").isEmpty()) {
      story.step(
          "Łukasz Wiśniewski proposes both to his team of %d in one file, after a dry run"
              .formatted(team.size()),
          () -> propose(team));
    }
    if (!of(may(), "PROPOSED").isEmpty()) {
      story.step(
          "May Long asks for less weight on one; it is refused until the two sum to 100 again",
          this::weigh);
    }
    story.step(
        "Everybody else agrees to what was proposed; a task of each is gone",
        () -> AtOnce.each(team, this::agree));
    story.step(
        "May says that one is at risk, and why; no rating is computed of it", this::progress);
  }

  private void fillLibrary() {
    Api niamh = scene.api().as("niamh");
    keep(
        niamh,
        FIRST,
        FreeText.GOAL,
        "together",
        Map.of("kind", "METRIC", "from", "3.5", "to", "2", "unit", "days"));
    keep(
        niamh,
        "nothing-comes-back",
        "Nothing comes back for the same fault twice",
        "craft",
        Map.of("kind", "YES_NO"));
  }

  private static void keep(
      Api hr, String key, String title, String criterion, Map<String, String> measure) {
    boolean known =
        Listing.all(hr, LIBRARY + "?").stream()
            .anyMatch(entry -> entry.path("key").asText().equals(key));
    if (!known) {
      hr.post(LIBRARY)
          .json(Map.of("key", key, "title", title, "criterion", criterion, "measure", measure))
          .send()
          .expect(201)
          .expect("/state", "PUBLISHED");
    }
  }

  private void propose(List<Person> team) {
    LocalDate due = scene.today().plusMonths(MONTHS);
    StringBuilder file = new StringBuilder("externalId,goal,weight,visibility,dueOn\n");
    for (Person person : team) {
      WEIGHTS.forEach(
          (key, weight) ->
              file.append(
                  "%s,%s,%d,SELF_AND_LINE,%s\n".formatted(person.externalId(), key, weight, due)));
    }
    Imports lukasz = new Imports(scene.api().as("lukasz"));
    int rows = team.size() * WEIGHTS.size();
    for (String path : List.of("/v1/goal-assignments?dryRun=true", "/v1/goal-assignments")) {
      JsonNode done = lukasz.sendAll(path, file.toString());
      if (done.path("created").asInt() != rows) {
        throw new StepFailed("expected %d goals to be created, seen %s".formatted(rows, done));
      }
    }
  }

  /** What she asks for is signed by her, and waits for him; the other one waits for her. */
  private void weigh() {
    Api may = may();
    Api lukasz = scene.api().as("lukasz");
    String goal = path(titled(may, FreeText.GOAL));
    change(may, goal, LESS).expect(200);
    new Decide(lukasz).on(goal, "agreement").expectProblem(422, "goal-weights");
    change(may, goal, WEIGHTS.getOrDefault(FIRST, LESS)).expect(200);
    for (JsonNode proposed : of(may, "PROPOSED")) {
      boolean hers = proposed.path("actions").toString().contains("agreeGoal");
      new Decide(hers ? may : lukasz)
          .on(path(proposed), "agreement")
          .expect(200)
          .expect("/state", "AGREED");
    }
    Tasks.expect(may, AGREEMENT, 0);
  }

  private static Answer change(Api who, String goal, int weight) {
    Answer now = who.get(goal).send().expect(200);
    ObjectNode terms = now.json().path("terms").deepCopy();
    return who.put(goal + "/terms")
        .ifMatch(now.etag())
        .json(Map.of("terms", terms.put("weight", weight)))
        .send();
  }

  private void agree(Person person) {
    Api own = scene.as(person);
    for (JsonNode goal : of(own, "PROPOSED")) {
      new Decide(own).on(path(goal), "agreement").expect(200).expect("/state", "AGREED");
    }
    Tasks.expect(own, AGREEMENT, 0);
  }

  private void progress() {
    String goal = path(titled(may(), FreeText.GOAL));
    if (!may().get(goal).send().expect(200).json().path("notes").isEmpty()) {
      return;
    }
    new Decide(may())
        .on(goal, "progress", Map.of("health", "AT_RISK", "note", FreeText.AT_RISK))
        .expect(200)
        .expect("/health", "AT_RISK");
  }

  private Api may() {
    return scene.api().as("may");
  }

  /** Whoever reports to Łukasz. */
  private List<Person> team() {
    Person lukasz = scene.person("lukasz");
    return scene.company().people().stream()
        .filter(person -> lukasz.externalId().equals(person.managerExternalId()))
        .toList();
  }

  private static List<JsonNode> of(Api own, String state) {
    return Listing.all(own, GOALS + "?state=" + state).stream()
        .filter(goal -> goal.path("relations").toString().contains("OWN"))
        .toList();
  }

  private static JsonNode titled(Api own, String title) {
    return Listing.all(own, GOALS + "?").stream()
        .filter(goal -> goal.at("/terms/title").asText().equals(title))
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected the goal “" + title + "”, seen none"));
  }

  private static String path(JsonNode goal) {
    return GOALS + "/" + goal.path("id").asText();
  }
}
