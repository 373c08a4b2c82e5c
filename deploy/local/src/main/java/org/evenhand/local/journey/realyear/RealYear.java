package org.evenhand.local.journey.realyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenhand.local.company.CsvFile;
import org.evenhand.local.company.CsvRow;
import org.evenhand.local.journey.Journey;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.api.Imports;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.journey.api.StepFailed;
import org.evenhand.local.journey.telling.FindingLines;
import org.evenhand.local.journey.telling.Story;

/**
 * Takes in a year that really happened, the marks of the UK Department of Health for 2013-14, as an
 * HRIS would, and compares what analytics says of it with the published figures.
 */
public final class RealYear implements Journey {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double TOLERANCE = 1e-6;
  private static final String YEAR = "2013-14";

  private final Story story;

  public RealYear(Consumer<String> out) {
    this.story = new Story(out);
  }

  @Override
  public void run(StackAddresses addresses) {
    Path folder = addresses.files().resolve("real-year");
    List<CsvRow> people = CsvFile.read(folder.resolve("department-of-health-2013-14.ratings.csv"));
    JsonNode published = read(folder.resolve("department-of-health-2013-14.json"));
    Api api = Api.of(addresses);
    Api insight = api.asClient("evenhand-insight");

    story.chapter("A year that really happened: the UK Department of Health, 2013-14");
    if (HrisFiles.DIMENSIONS.stream().allMatch(d -> isCounted(insight, d, people.size()))) {
      story.tell("An earlier start has taken the year in.");
    } else {
      lead(api, addresses.files().resolve("sample-company.csv"));
      takeIn(api, people, published);
    }
    for (String dimension : HrisFiles.DIMENSIONS) {
      Answer seen =
          story.step(
              "Analytics has counted everyone once, by %s, and its figures are the published ones"
                  .formatted(dimension),
              () -> compare(insight, dimension, people.size(), published));
      new FiguresTable(story).tell(dimension, seen.json());
    }
    List<JsonNode> found =
        story.step(
            "An imported year counts as closed: it was judged by itself, and each warning is kept",
            () -> findings(insight));
    new FindingLines(story).tell(found);
    new FindingLines(story)
        .reasoning(
            insight
                .get("/v1/findings/" + found.get(0).path("id").asText())
                .send()
                .expect(200)
                .json());
  }

  /** Waits until both groups in the published figures have their findings. */
  private static List<JsonNode> findings(Api insight) {
    return Eventually.within(
        PATIENCE,
        "the findings of the year",
        () -> Listing.all(insight, "/v1/findings?metric=impactRatio&cycle=" + YEAR),
        found ->
            found.stream()
                .filter(each -> !each.path("state").asText().equals("CLEARED"))
                .map(each -> each.path("group").asText())
                .collect(Collectors.toSet())
                .containsAll(Set.of("Disabled", "Part time")));
  }

  /** Only people in the directory can act, and the HR lead belongs to the sample company. */
  private void lead(Api api, Path company) {
    story.step(
        "The HRIS brings Linden Instruments, whose Grace Okonkwo leads HR here",
        () -> new Imports(api.asClient("evenhand-hris")).sendAll("/v1/org-imports", text(company)));
    Api grace = api.as("grace");
    Eventually.within(
        PATIENCE,
        "analytics to know Grace",
        () -> grace.get("/v1/demographic-dimensions").send(),
        answer -> answer.status() == 200);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StepFailed(file + " can't be read", e);
    }
  }

  private void takeIn(Api api, List<CsvRow> people, JsonNode published) {
    Imports hris = new Imports(api.asClient("evenhand-hris"));
    HrisFiles files = new HrisFiles(people);
    story.step(
        "The HRIS brings %,d employees".formatted(people.size()),
        () -> hris.sendAll("/v1/org-imports", files.employees()));
    story.step(
        "and the performance marks that they were given",
        () -> hris.sendAll("/v1/rating-imports", files.marks()));
    for (String dimension : HrisFiles.DIMENSIONS) {
      story.step(
          "HR's lead enables the dimension %s, with its legal basis".formatted(dimension),
          () -> enable(api.as("grace"), dimension, published));
    }
    story.step(
        "The HRIS brings what people declared of disability and work pattern",
        () -> hris.sendOnceKnown("/v1/demographics", files.declarations()));
  }

  private static boolean isCounted(Api insight, String dimension, int people) {
    Answer seen = fairness(insight, dimension);
    return seen.status() == 200 && counted(seen.json()) == people;
  }

  private static Answer fairness(Api insight, String dimension) {
    return insight.get("/v1/fairness?cycle=%s&dimension=%s".formatted(YEAR, dimension)).send();
  }

  private static void enable(Api lead, String dimension, JsonNode published) {
    String place = "/v1/demographic-dimensions/" + dimension;
    if (lead.get(place).send().status() == 200) {
      return;
    }
    List<String> values = new ArrayList<>();
    published.at("/dimensions/" + dimension).fieldNames().forEachRemaining(values::add);
    lead.put(place)
        .json(
            Map.of(
                "label",
                dimension.equals("disability") ? "Disability" : "Work pattern",
                "values",
                values,
                "undeclaredValues",
                values.stream().filter("Unknown"::equals).toList(),
                "countries",
                List.of(Map.of("country", "GB", "legalBasis", "Equality Act 2010, s. 149"))))
        .send()
        .expect(200, 201);
  }

  /** Waits until the events have arrived, then compares every published figure. */
  private static Answer compare(Api insight, String dimension, int people, JsonNode published) {
    Answer seen =
        Eventually.within(
            PATIENCE,
            "all %d ratings to be counted by %s".formatted(people, dimension),
            () -> fairness(insight, dimension),
            answer -> answer.status() == 200 && counted(answer.json()) == people);
    published
        .at("/expected/" + dimension)
        .fields()
        .forEachRemaining(
            expected -> Figures.compare(seen, expected.getKey(), expected.getValue(), TOLERANCE));
    return seen;
  }

  private static long counted(JsonNode fairness) {
    long sum = 0;
    for (JsonNode group : fairness.path("groups")) {
      sum += group.path("n").asLong();
    }
    return sum;
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new StepFailed(file + " can't be read", e);
    }
  }
}
