package org.evenhand.local.journey.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.script.SessionPlan;

/** One session, and how its members reach it. */
final class CalibrationSession {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ALL = "/v1/calibration-sessions";

  private final Scene scene;
  private final CycleRef cycle;
  private final SessionPlan plan;
  private Optional<String> id;

  CalibrationSession(Scene scene, CycleRef cycle, SessionPlan plan) {
    this.scene = scene;
    this.cycle = cycle;
    this.plan = plan;
    this.id = find();
  }

  /** Whether it was planned, on this start or an earlier one. */
  boolean known() {
    return id.isPresent();
  }

  SessionPlan seats() {
    return plan;
  }

  /** Calibration-service hears of the last submission a moment after it was made. */
  void plan() {
    if (known()) {
      return;
    }
    List<String> reviews =
        Reviews.of(facilitator(), "hr").stream()
            .filter(review -> plan.units().contains(review.path("orgUnit").asText()))
            .filter(review -> review.path("state").asText().equals("SUBMITTED"))
            .map(review -> review.path("id").asText())
            .toList();
    Answer planned =
        Eventually.answered(
                PATIENCE,
                "calibration-service to know the reviews",
                () -> facilitator().post(ALL).json(wanted(reviews)).send(),
                201)
            .expect("/state", "PLANNED")
            .expect("/reviews", reviews.size());
    id = Optional.of(planned.at("/id"));
  }

  /** The co-facilitator takes the seat, if that was not done on an earlier start. */
  void agree() {
    boolean agreed =
        facilitator().get(path()).send().expect(200).json().path("coFacilitatorAgreed").asBoolean();
    if (!agreed) {
      new Decide(coFacilitator()).on(path(), "co-facilitation").expect(200);
    }
  }

  /** Texts of the closed cycle, drawn: nobody is asked for a name, and no review is touched. */
  void planExercise() {
    if (known()) {
      return;
    }
    Map<String, Object> wanted = seated();
    wanted.put("kind", "EXERCISE");
    id =
        Optional.of(
            Eventually.answered(
                    PATIENCE,
                    "texts of final results",
                    () -> facilitator().post(ALL).json(wanted).send(),
                    201)
                .expect("/state", "PLANNED")
                .at("/id"));
  }

  private Map<String, Object> wanted(List<String> reviews) {
    Map<String, Object> wanted = seated();
    wanted.put("reviewIds", reviews);
    if (plan.blind() > 0) {
      wanted.put("blindSamples", plan.blind());
    }
    return wanted;
  }

  private Map<String, Object> seated() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("cycleId", cycle.id());
    wanted.put("name", plan.name());
    wanted.put("coFacilitatorExternalId", externalId(plan.coFacilitator()));
    wanted.put("raterExternalIds", plan.raters().stream().map(this::externalId).toList());
    return wanted;
  }

  private Optional<String> find() {
    return Listing.all(facilitator(), ALL + "?cycleId=" + cycle.id()).stream()
        .filter(session -> session.path("name").asText().equals(plan.name()))
        .map(session -> session.path("id").asText())
        .findFirst();
  }

  String path() {
    return ALL + "/" + id.orElseThrow(() -> new StepFailed("the session is not planned yet"));
  }

  String state() {
    return facilitator().get(path()).send().expect(200).at("/state");
  }

  Api facilitator() {
    return member(plan.facilitator());
  }

  Api coFacilitator() {
    return member(plan.coFacilitator());
  }

  Api member(String username) {
    return scene.api().as(username);
  }

  /** As that member may read them. */
  List<JsonNode> samples(Api member) {
    List<JsonNode> samples = new ArrayList<>();
    member.get(path() + "/samples").send().expect(200).json().path("items").forEach(samples::add);
    return samples;
  }

  private String externalId(String username) {
    return scene.person(username).externalId();
  }
}
