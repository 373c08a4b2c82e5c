package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.Year;
import org.evenhand.local.journey.telling.Story;

/** Both sides agree that nobody rates untrained; one who hasn't been there yet learns of it. */
public final class TrainingChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String MODULES = "/v1/training-modules";
  private static final String KEY = "rating-fairly";
  private static final String TITLE = "Rating fairly";

  /** Who has missed the workshop. */
  private static final String MISSING = "will";

  private static final Map<String, Object> MODULE =
      Map.of(
          "key",
          KEY,
          "title",
          TITLE,
          "format",
          "WORKSHOP",
          "topics",
          List.of("EVIDENCE", "BIAS_AWARENESS"),
          "validMonths",
          24,
          "requiredFor",
          List.of("RATING"),
          "coLeads",
          Map.of("hr", "L013", "manager", "L004"));

  private static final Map<String, Object> TEXT =
      Map.of(
          "description",
          "For everybody who rates",
          "units",
          List.of(
              Map.of(
                  "title", "What an observation is", "text", "A day, a deed, what came of it.")));

  private final Scene scene;
  private final Story story;

  public TrainingChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  /** Before the cycle opens: one that is open goes on without it. */
  public void offer() {
    story.chapter("Nobody rates untrained");
    Optional<JsonNode> known = module();
    if (known.filter(module -> module.path("state").asText().equals("OFFERED")).isEmpty()) {
      bringAbout(known);
    }
    story.step(
        "Everybody who leads people is asked for it; Will Chase finds the task among his",
        () -> task(scene.api().as(MISSING)));
    story.step(
        "A file of the system in which people learn tells who has been there: all but him",
        this::tell);
  }

  private void bringAbout(Optional<JsonNode> known) {
    String path =
        known
            .map(TrainingChapter::path)
            .orElseGet(
                () ->
                    story.step(
                        "Niamh O'Brien of HR writes a module of training, to be led by her and Mark"
                            + " Price together",
                        this::propose));
    story.step("Mark agrees for the managers: from now on it is required", () -> agree(path));
  }

  /** Before the first rating; an earlier start may have stopped after it. */
  void meet(String review, Year year) {
    Person will = scene.person(MISSING);
    List<JsonNode> owed = Tasks.of(scene.as(will), "TRAINING");
    if (owed.isEmpty()) {
      return;
    }
    String completion = owed.get(0).path("subject").asText();
    String criterion = year.given().keySet().iterator().next();
    Reviewer reviewer = new Reviewer(scene, will);
    story.step(
        "Will Chase rates Destiny Swift, and is refused: it names what he is to go through first",
        () -> refused(reviewer.rate(review, year, criterion)));
    story.step(
        "He goes through it, Mark says so, and his first rating is taken",
        () -> {
          new Decide(mark())
              .on(completion, "completion", Map.of("completedOn", scene.today().toString()))
              .expect(200)
              .expect("/state", "COMPLETED");
          Eventually.answered(
              PATIENCE,
              "review-service to know that he has been there",
              () -> reviewer.rate(review, year, criterion),
              200);
          Tasks.expect(scene.as(will), "TRAINING", 0);
        });
  }

  private void refused(Answer answer) {
    String detail = answer.expectProblem(422, "training-due").at("/detail");
    if (!detail.contains(TITLE)) {
      throw answer.failed("the title of the module");
    }
    story.tell("  “" + detail + "”");
  }

  private Optional<JsonNode> module() {
    return Listing.all(niamh(), MODULES + "?").stream()
        .filter(module -> module.path("key").asText().equals(KEY))
        .findFirst();
  }

  private static String path(JsonNode module) {
    return MODULES + "/" + module.path("id").asText();
  }

  private String propose() {
    return MODULES
        + "/"
        + Eventually.answered(
                PATIENCE,
                "policy-service to know whom Niamh serves",
                () -> niamh().post(MODULES).json(MODULE).send(),
                201)
            .expect("/state", "PROPOSED")
            .at("/id");
  }

  /** What she writes waits for him: an earlier start may have stopped in between. */
  private void agree(String path) {
    niamh()
        .put(path + "/text")
        .ifMatch(niamh().get(path).send().expect(200).etag())
        .json(TEXT)
        .send()
        .expect(200);
    new Decide(mark()).on(path, "agreement").expect(200).expect("/state", "OFFERED");
  }

  private static void task(Api will) {
    Eventually.within(
        PATIENCE,
        "a task to go through it",
        () -> Tasks.of(will, "TRAINING").size(),
        tasks -> tasks == 1);
  }

  /** Of yesterday, which is over everywhere. */
  private void tell() {
    String file =
        scene.company().people().stream()
            .filter(person -> person.has("manager") && !person.username().equals(MISSING))
            .map(
                person ->
                    "%s,%s,%s\n".formatted(person.externalId(), KEY, scene.today().minusDays(1)))
            .collect(Collectors.joining("", "externalId,module,completedOn\n", ""));
    new Imports(scene.api().asClient("evenhand-hris")).sendOnceKnown("/v1/training-imports", file);
  }

  private Api niamh() {
    return scene.api().as("niamh");
  }

  private Api mark() {
    return scene.api().as("mark");
  }
}
