package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.local.company.CsvRow;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.PolicyRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.PolicyText;
import org.evenhand.local.journey.script.Population;
import org.evenhand.local.journey.telling.Story;

/** HR proposes a cycle, a manager countersigns, and everybody eligible gets a review. */
public final class CycleChapter {
  private static final String FEEDS = "/v1/calendar-feeds";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Scene scene;
  private final Story story;
  private final List<CsvRow> organisation;

  public CycleChapter(Scene scene, List<CsvRow> organisation) {
    this.scene = scene;
    this.story = scene.story();
    this.organisation = organisation;
  }

  /** The cycle, open at least. */
  public CycleRef play(PolicyRef policy) {
    story.chapter("A cycle begins, if both sides want it");
    CycleRef cycle =
        CycleRef.find(grace())
            .map(known -> new CycleRef(known.path("id").asText()))
            .orElseGet(
                () ->
                    story.step(
                        "Grace Okonkwo plans a cycle on this policy, for all four units",
                        () -> plan(policy)));
    if (cycle.state(grace()).equals("DRAFT")) {
      story.step(
          "The plan is published",
          () -> new Decide(grace()).on(cycle.path(), "schedule").expect("/state", "SCHEDULED"));
    }
    if (cycle.state(grace()).equals("SCHEDULED")) {
      story.step("Grace proposes to open it, for HR", () -> propose(cycle));
      story.step("Mark Price countersigns for the managers: it opens", () -> countersign(cycle));
    }
    Answer open =
        story.step(
            "Everybody gets a review, in the hands of the nearest manager at work",
            () ->
                Eventually.within(
                    PATIENCE,
                    "a review for everybody",
                    () -> cycle.read(grace()),
                    answer -> CycleRef.finished(answer, "OPENING")));
    story.step(
        "It is %d reviews, one for each employee of %d days; contractors and newcomers have none"
            .formatted(eligible(open).size(), PolicyText.LEAST_DAYS),
        () -> compare(cycle, eligible(open)));
    Api may = scene.api().as("may");
    if (may.get(FEEDS).send().expect(200).json().path("items").isEmpty()) {
      story.step(
          "May Long's calendar program gets an address of its own, with her days and nobody's name",
          () -> subscribe(may));
    }
    return cycle;
  }

  private void subscribe(Api may) {
    String address = may.post(FEEDS).send().expect(201).at("/url");
    Answer file = scene.api().get(URI.create(address).getPath()).send().expect(200);
    int days = file.text().split("BEGIN:VEVENT", -1).length - 1;
    if (days == 0
        || scene.company().people().stream().anyMatch(one -> file.text().contains(one.name()))) {
      throw file.failed("days, and nobody's name");
    }
    story.tell("  %d days".formatted(days));
  }

  private Api grace() {
    return scene.api().as("grace");
  }

  /** Review-service learns of the policy a moment after it was announced. */
  private CycleRef plan(PolicyRef policy) {
    LocalDate today = scene.today();
    Map<String, Object> plan =
        Map.of(
            "key", CycleRef.KEY,
            "name", "The first year of one policy",
            "policyId", policy.id(),
            "policyVersion", policy.version(),
            "orgUnits", List.of("engineering", "operations", "customer-care", "people"),
            "periodStart", today.minusYears(1).plusDays(1).toString(),
            "periodEnd", today.toString(),
            "cutOffDate", today.toString(),
            "milestones",
                Map.of(
                    "selfReview", today.plusDays(7).toString(),
                    "managerReview", today.plusDays(21).toString(),
                    "calibration", today.plusDays(35).toString(),
                    "share", today.plusDays(42).toString(),
                    "appealWindow", today.plusDays(56).toString()));
    return new CycleRef(
        Eventually.answered(
                PATIENCE,
                "review-service to know the policy",
                () -> grace().post("/v1/cycles").json(plan).send(),
                201)
            .expect("/state", "DRAFT")
            .at("/id"));
  }

  private void propose(CycleRef cycle) {
    if (cycle.read(grace()).json().path("opening").isMissingNode()) {
      new Decide(grace())
          .on(cycle.path(), "opening")
          .expect(200)
          .expect("/opening/proposal/side", "HR");
    }
  }

  private void countersign(CycleRef cycle) {
    Api mark = scene.api().as("mark");
    if (!cycle.read(mark).json().at("/opening/countersignature").isObject()) {
      new Decide(mark).on(cycle.path(), "opening/countersignature").expect(200);
    }
    Eventually.within(
        PATIENCE, "the cycle to open", () -> cycle.state(mark), state -> state.equals("OPEN"));
  }

  private Set<String> eligible(Answer cycle) {
    return Population.eligible(organisation, LocalDate.parse(cycle.at("/cutOffDate")));
  }

  /** The lead of HR sees all reviews but her own and those of her own chain. */
  private void compare(CycleRef cycle, Set<String> eligible) {
    Set<String> reviewees = new TreeSet<>();
    List<JsonNode> all = Reviews.everybodys(scene);
    all.forEach(review -> reviewees.add(review.at("/reviewee/externalId").asText()));
    int ofLead = Reviews.of(grace(), "hr").size();
    if (!reviewees.equals(eligible) || all.size() != eligible.size() || ofLead >= all.size()) {
      throw new StepFailed(
          "cycle %s: expected one review for each of %s, seen %s"
              .formatted(cycle.id(), eligible, reviewees));
    }
  }
}
