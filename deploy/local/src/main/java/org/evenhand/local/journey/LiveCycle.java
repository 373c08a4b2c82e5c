package org.evenhand.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.evenhand.local.company.CsvFile;
import org.evenhand.local.company.CsvRow;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Decide;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.journey.calibration.CalibrationChapter;
import org.evenhand.local.journey.chapter.AccessChapter;
import org.evenhand.local.journey.chapter.AppealChapter;
import org.evenhand.local.journey.chapter.BetweenReviewsChapter;
import org.evenhand.local.journey.chapter.CanaryChapter;
import org.evenhand.local.journey.chapter.CaseStudyChapter;
import org.evenhand.local.journey.chapter.ChallengeChapter;
import org.evenhand.local.journey.chapter.CheckChapter;
import org.evenhand.local.journey.chapter.ChecklistChapter;
import org.evenhand.local.journey.chapter.CompanyChapter;
import org.evenhand.local.journey.chapter.CycleChapter;
import org.evenhand.local.journey.chapter.Declarations;
import org.evenhand.local.journey.chapter.GovernanceChapter;
import org.evenhand.local.journey.chapter.InsightChapter;
import org.evenhand.local.journey.chapter.LaterChapter;
import org.evenhand.local.journey.chapter.PlanChapter;
import org.evenhand.local.journey.chapter.PolicyChapter;
import org.evenhand.local.journey.chapter.PrecedentChapter;
import org.evenhand.local.journey.chapter.RaterChapter;
import org.evenhand.local.journey.chapter.ReplayChapter;
import org.evenhand.local.journey.chapter.ReviewChapter;
import org.evenhand.local.journey.chapter.SharingChapter;
import org.evenhand.local.journey.chapter.StarterKitChapter;
import org.evenhand.local.journey.chapter.TrainingChapter;
import org.evenhand.local.journey.chapter.VerdictChapter;
import org.evenhand.local.journey.scene.CycleRef;
import org.evenhand.local.journey.scene.PolicyRef;
import org.evenhand.local.journey.scene.Scene;
import org.evenhand.local.journey.telling.Story;

/**
 * One whole cycle of the sample company, by its people, each with their own token. It goes on where
 * an earlier start has stopped: the policy is known by its name, the cycle by its key.
 */
public final class LiveCycle implements Journey {
  private static final Set<String> SHARED = Set.of("SHARING", "APPEALS", "CLOSED");

  private final Story story;

  public LiveCycle(Consumer<String> out) {
    this.story = new Story(out);
  }

  @Override
  public void run(StackAddresses addresses) {
    Path organisation = addresses.files().resolve("sample-company.csv");
    SampleCompany company =
        SampleCompany.read(organisation, addresses.files().resolve("sample-roles.csv"));
    Scene scene = new Scene(Api.of(addresses), company, story, addresses.clock());
    Api grace = scene.api().as("grace");
    Optional<JsonNode> known = CycleRef.find(grace);
    if (known.isPresent() && isOver(known.get(), grace)) {
      story.chapter("Linden Instruments has lived through its cycle on an earlier start");
      story.tell("It is " + known.get().path("state").asText() + "; everything is still there.");
      return;
    }
    play(scene, addresses, organisation, CsvFile.read(organisation));
  }

  private static boolean isOver(JsonNode cycle, Api grace) {
    String state = cycle.path("state").asText();
    return state.equals("CANCELLED") || SHARED.contains(state) && ReplayChapter.isOver(grace);
  }

  private void play(Scene scene, StackAddresses addresses, Path organisation, List<CsvRow> rows) {
    new CompanyChapter(scene, organisation).play();
    new Declarations(scene, organisation.resolveSibling("sample-demographics.csv")).play();
    new StarterKitChapter(scene).play();
    PolicyRef policy = new PolicyChapter(scene).play();
    PrecedentChapter precedents = new PrecedentChapter(scene, policy);
    precedents.write();
    if (CycleRef.find(scene.api().as("grace")).isEmpty()) {
      new TrainingChapter(scene).offer();
    }
    CycleRef cycle = new CycleChapter(scene, rows).play(policy);
    Api grace = scene.api().as("grace");
    if (cycle.state(grace).equals("OPEN")) {
      new BetweenReviewsChapter(scene).play();
      new ReviewChapter(scene).play();
    }
    if (!SHARED.contains(cycle.state(grace))) {
      new CalibrationChapter(scene).play(cycle);
    }
    new SharingChapter(scene).play(cycle);
    new PlanChapter(scene).play();
    new ChecklistChapter(scene).play();
    new InsightChapter(scene).play();
    new AccessChapter(scene, organisation.resolveSibling("sample-opportunities.csv")).play();
    new RaterChapter(scene).play();
    if (cycle.state(grace).equals("SHARING")) {
      story.step(
          "Grace opens the time in which results can be questioned",
          () -> new Decide(grace).on(cycle.path(), "appeals").expect(200));
    }
    new AppealChapter(scene).play();
    new ChallengeChapter(scene).play();
    new GovernanceChapter(scene).play();
    new VerdictChapter(scene).play(precedents, cycle);
    new LaterChapter(scene).play();
    new CheckChapter(scene).play(cycle, precedents.published(cycle));
    new CaseStudyChapter(scene, precedents).play();
    new ReplayChapter(scene).play(policy, cycle);
    new CanaryChapter(scene, addresses).play();
  }
}
