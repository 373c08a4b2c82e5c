package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.company.Person;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.AtOnce;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.scene.Reviews;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.scene.Tasks;
import org.evenhand.local.journey.script.FreeText;
import org.evenhand.local.journey.script.Year;
import org.evenhand.local.journey.telling.Story;

/** Everybody says what they are proud of; reviewers write what they saw, and conclude. */
public final class ReviewChapter {
  /** People without a rating: one on leave all the while, and the one at the top. */
  private static final Set<String> WITHOUT_RATING = Set.of("sean", "margarethe");

  private final Scene scene;
  private final Story story;

  public ReviewChapter(Scene scene) {
    this.scene = scene;
    this.story = scene.story();
  }

  public void play() {
    story.chapter("A year, seen from both sides");
    story.step(
        "Niamh O'Brien of HR ends the review of Seán Ó Súilleabháin, who is on leave: not rated,"
            + " and nothing is filled in",
        this::endOnLeave);
    List<JsonNode> reviews = toRate();
    story.step(
        "%d people write their self reviews".formatted(reviews.size()),
        () -> AtOnce.each(reviews, this::writeSelfReview));
    JsonNode destiny = of(reviews, "destiny");
    if (Reviews.atWork(destiny) && !observed(destiny)) {
      new TrainingChapter(scene).meet(Reviews.path(destiny), new Year(reviewee(destiny)));
      refusal(destiny);
    }
    JsonNode joost = of(reviews, "joost");
    story.step(
        "Mark Price is away for two weeks, and Hope Baptiste acts for him: she writes Joost de"
            + " Vries' review by her own name; her own stays closed to her",
        () -> actForMark(joost));
    reviews.remove(joost);
    story.step(
        "%d reviewers rate each criterion on dated observations, and submit %d reviews by name"
            .formatted(reviewers(reviews), reviews.size()),
        () -> AtOnce.each(reviews, this::review));
    story.tell(
        "Margarethe van der Meulen leads the company: nobody is above her, nobody was made up.");
  }

  /** All who get a rating, as they see it themselves. */
  private List<JsonNode> toRate() {
    List<JsonNode> all = new ArrayList<>(Reviews.everybodys(scene));
    all.removeIf(review -> WITHOUT_RATING.contains(reviewee(review).username()));
    return all;
  }

  private void endOnLeave() {
    Api niamh = scene.api().as("niamh");
    JsonNode review = of(Reviews.of(niamh, "hr"), "sean");
    if (Reviews.atWork(review)) {
      new Decide(niamh)
          .on(Reviews.path(review), "not-rated", Map.of("reason", "ON_LEAVE"))
          .expect(200)
          .expect("/state", "NOT_RATED")
          .expect("/ending/reason", "ON_LEAVE");
    }
  }

  private void writeSelfReview(JsonNode review) {
    if (!Reviews.atWork(review)) {
      return;
    }
    Api self = scene.as(reviewee(review));
    Tasks.expect(self, "SELF_REVIEW", 1);
    self.put(Reviews.path(review) + "/contributions/SELF")
        .ifMatch(self.get(Reviews.path(review)).send().expect(200).etag())
        .json(
            Map.of(
                "answers",
                List.of(
                    Map.of("question", "proud", "text", FreeText.PROUD),
                    Map.of("question", "hindered", "text", FreeText.HINDERED))))
        .send()
        .expect(200)
        .expect("/contributions/0/type", "SELF");
    Tasks.expect(self, "SELF_REVIEW", 0);
  }

  private void actForMark(JsonNode review) {
    if (!Reviews.atWork(review)) {
      return;
    }
    Person hope = scene.person("hope");
    delegate(scene.person("mark"), hope);
    List<String> tasks =
        Tasks.of(scene.as(hope), "REVIEW").stream()
            .filter(task -> task.path("as").asText().equals("DELEGATE"))
            .map(task -> task.path("subject").asText())
            .toList();
    if (!tasks.equals(List.of(Reviews.path(review)))) {
      throw new StepFailed("expected Joost's review alone to be Hope's task, seen " + tasks);
    }
    new Reviewer(scene, hope).write(Reviews.path(review), new Year(reviewee(review)));
  }

  /** An earlier start may have stopped after it. */
  private void delegate(Person from, Person to) {
    Api api = scene.as(from);
    if (Listing.all(api, "/v1/delegations?").isEmpty()) {
      LocalDate today = scene.today();
      api.post("/v1/delegations")
          .json(
              Map.of(
                  "toExternalId", to.externalId(),
                  "kinds", List.of("REVIEW"),
                  "firstDay", today.toString(),
                  "lastDay", today.plusDays(14).toString()))
          .send()
          .expect(201)
          .expect("/state", "IN_FORCE");
    }
  }

  /** An earlier start may have stopped after the refusal. */
  private boolean observed(JsonNode review) {
    Answer seen = scene.as(reviewer(review)).get(Reviews.path(review)).send().expect(200);
    return !seen.json().path("observations").isEmpty();
  }

  private void refusal(JsonNode review) {
    Person destiny = reviewee(review);
    Reviewer will = new Reviewer(scene, reviewer(review));
    story.step(
        "Will Chase gives Destiny Swift top levels without saying what he saw, and is refused",
        () -> {
          will.rate(Reviews.path(review), new Year(destiny));
          Answer refused = will.submit(Reviews.path(review)).expectProblem(422, "evidence-missing");
          refused.expect("/errors/0/pointer", "/ratings/delivery");
          story.tell("  “" + refused.at("/detail") + "”");
          for (JsonNode criterion : refused.json().path("errors")) {
            story.tell(
                "  %-10s %s"
                    .formatted(
                        criterion.path("pointer").asText().replace("/ratings/", ""),
                        criterion.path("detail").asText()));
          }
        });
  }

  private void review(JsonNode review) {
    if (Reviews.atWork(review)) {
      new Reviewer(scene, reviewer(review)).write(Reviews.path(review), new Year(reviewee(review)));
    }
  }

  private static long reviewers(List<JsonNode> reviews) {
    return reviews.stream().map(r -> r.at("/reviewer/externalId").asText()).distinct().count();
  }

  private JsonNode of(List<JsonNode> reviews, String username) {
    return reviews.stream()
        .filter(review -> reviewee(review).username().equals(username))
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected a review of " + username + ", seen none"));
  }

  private Person reviewee(JsonNode review) {
    return scene.employee(review.at("/reviewee/externalId").asText());
  }

  private Person reviewer(JsonNode review) {
    return scene.employee(review.at("/reviewer/externalId").asText());
  }
}
